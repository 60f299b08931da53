package dev.sillage.reporting.parquet;

import java.util.Collection;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** How Parquet tells absent from present and one row from the next: by the levels that stand with each value. */
final class Levels {
    /** The definition level of a value that is there in an optional column. */
    static final int OF_OPTIONAL = 1;

    /** The definition level of an element that is there in an optional list or map. */
    private static final int OF_ELEMENT = 2;

    private Levels() {}

    static void optional(ColumnWriter leaf, @Nullable Binary value) {
        if (value == null) {
            leaf.writeNull(0, 0);
        } else {
            leaf.write(value, 0, OF_OPTIONAL);
        }
    }

    static void repeated(ColumnWriter leaf, Collection<String> texts) {
        if (texts.isEmpty()) {
            leaf.writeNull(0, OF_ELEMENT - 1);
        }
        int repetition = 0;
        for (String text : texts) {
            leaf.write(Binary.fromString(text), repetition, OF_ELEMENT);
            repetition = 1;
        }
    }
}
