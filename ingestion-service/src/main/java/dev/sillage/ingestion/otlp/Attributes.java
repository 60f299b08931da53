package dev.sillage.ingestion.otlp;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of one span or resource that are read here, each once, under its best spelling. */
final class Attributes<E extends Enum<E> & Spelled> {
    private final Spellings<E> spellings;
    private final Map<E, Written> written;
    private final boolean identifying;
    private long identity;

    /**
     * What the sender wrote.
     *
     * @param name the attribute name, one of ours
     * @param rank of the name; a lower one wins
     */
    record Written(String name, int rank, AttributeValue value) {}

    Attributes(Spellings<E> spellings) {
        this(spellings, false);
    }

    /**
     * @param identifying whether all attributes, read or not, are to go into {@link #identity}
     */
    Attributes(Spellings<E> spellings, boolean identifying) {
        this.spellings = spellings;
        this.identifying = identifying;
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

    /** The text without surrounding white space; empty when there is none. */
    String textOrEmpty(E meaning) {
        Written found = written.get(meaning);
        return found != null && found.value() instanceof AttributeValue.Text text
                ? text.text().strip()
                : "";
    }

    boolean has(E meaning) {
        return written.containsKey(meaning);
    }

    int count() {
        return written.size();
    }

    boolean isIdentifying() {
        return identifying;
    }

    /** Adds the bytes of one attribute, as the sender wrote it, to the identity; the order does not matter. */
    void identify(byte[] bytes, int from, int to) {
        identity += Fnv.hash(bytes, from, to);
    }

    /** The same for the same attributes; of others almost never. */
    long identity() {
        return identity;
    }
}
