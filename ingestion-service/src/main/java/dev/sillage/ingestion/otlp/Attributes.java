package dev.sillage.ingestion.otlp;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of one span or resource that are read here, each once, under its best spelling. */
final class Attributes<E extends Enum<E> & Spelled> {
    private final Spellings<E> spellings;
    private final Map<E, Written> written;

    /**
     * What the sender wrote.
     *
     * @param name the attribute name, one of ours
     * @param rank of the name; a lower one wins
     */
    record Written(String name, int rank, AttributeValue value) {}

    Attributes(Spellings<E> spellings) {
        this.spellings = spellings;
        this.written = new EnumMap<>(spellings.meanings());
    }

    /** Whether anybody reads an attribute of that name. */
    boolean reads(String name) {
        return spellings.find(name) != null;
    }

    /** Keeps the attribute when it is read and no better spelling of it was there; of two alike the first counts. */
    void take(String name, AttributeValue value) {
        Spellings.Spelling<E> spelling = spellings.find(name);
        if (spelling == null) {
            return;
        }
        Written known = written.get(spelling.meaning());
        if (known == null || spelling.rank() < known.rank()) {
            written.put(spelling.meaning(), new Written(spelling.name(), spelling.rank(), value));
        }
    }

    @Nullable
    Written get(E meaning) {
        return written.get(meaning);
    }

    boolean has(E meaning) {
        return written.containsKey(meaning);
    }

    int count() {
        return written.size();
    }
}
