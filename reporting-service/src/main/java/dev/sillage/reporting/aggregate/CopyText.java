package dev.sillage.reporting.aggregate;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: values between tabs, a line for each row. */
final class CopyText {
    private final StringBuilder text;
    private boolean beginsRow = true;

    CopyText(int expectedRows) {
        text = new StringBuilder(64 + expectedRows * 640);
    }

    /** A value whose {@code toString} is how PostgreSQL writes it, without any character that the format uses. */
    CopyText plain(@Nullable Object value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            text.append(value);
        }
        return this;
    }

    CopyText plain(long value) {
        separate();
        text.append(value);
        return this;
    }

    /** A decimal, as its digits and a power of ten: what {@code toString} spends on a nicer form nobody reads. */
    CopyText decimal(@Nullable BigDecimal value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            text.append(value.unscaledValue());
            if (value.scale() != 0) {
                text.append('E').append(-value.scale());
            }
        }
        return this;
    }

    /** Any text. */
    CopyText text(@Nullable String value) {
        separate();
        if (value == null) {
            text.append("\\N");
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return this;
    }

    void endRow() {
        text.append('\n');
        beginsRow = true;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void separate() {
        if (!beginsRow) {
            text.append('\t');
        }
        beginsRow = false;
    }
}
