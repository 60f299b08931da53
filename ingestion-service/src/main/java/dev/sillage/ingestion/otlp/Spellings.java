package dev.sillage.ingestion.otlp;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what an attribute name means. */
final class Spellings<E extends Enum<E> & Spelled> {
    private final Class<E> meanings;
    private final Map<String, Spelling<E>> byName = new HashMap<>();

    /**
     * One name.
     *
     * @param rank 0 for the name that wins over all others of the same meaning
     */
    record Spelling<E>(E meaning, String name, int rank) {}

    Spellings(Class<E> meanings) {
        this.meanings = meanings;
        for (E meaning : EnumSet.allOf(meanings)) {
            List<String> names = meaning.names();
            for (int rank = 0; rank < names.size(); rank++) {
                byName.put(names.get(rank), new Spelling<>(meaning, names.get(rank), rank));
            }
        }
    }

    Class<E> meanings() {
        return meanings;
    }

    /** What the name means, or null when nothing reads it. */
    @Nullable
    Spelling<E> find(String name) {
        return byName.get(name);
    }
}
