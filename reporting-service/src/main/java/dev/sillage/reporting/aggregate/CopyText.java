package dev.sillage.reporting.aggregate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the text format of PostgreSQL's COPY: values between tabs, a line for each row. They are sent piece by piece,
 * so that the database takes the first while the next are written.
 */
final class CopyText {
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int LONG_DIGITS = 20;
    private static final int BITS_OF_LONG = 63;

    private final CopyIn copy;
    private byte[] bytes = new byte[2 * PIECE_BYTES];
    private int length;
    private boolean beginsRow = true;

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    /** A value whose {@code toString} is how PostgreSQL writes it, in ASCII without any character that the format uses. */
    CopyText plain(@Nullable Object value) {
        separate();
        if (value == null) {
            absent();
        } else {
            ascii(value.toString());
        }
        return this;
    }

    CopyText plain(long value) {
        separate();
        number(value);
        return this;
    }

    /** A decimal, as its digits and a power of ten: what {@code toString} spends on a nicer form nobody reads. */
    CopyText decimal(@Nullable BigDecimal value) {
        separate();
        if (value == null) {
            absent();
            return this;
        }
        BigInteger digits = value.unscaledValue();
        if (digits.bitLength() <= BITS_OF_LONG) {
            number(digits.longValue());
        } else {
            ascii(digits.toString());
        }
        if (value.scale() != 0) {
            put('E');
            number(-(long) value.scale());
        }
        return this;
    }

    /** Any text. */
    CopyText text(@Nullable String value) {
        separate();
        if (value == null) {
            absent();
            return this;
        }
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            switch (b) {
                case '\\' -> put('\\', '\\');
                case '\t' -> put('\\', 't');
                case '\n' -> put('\\', 'n');
                case '\r' -> put('\\', 'r');
                default -> put(b);
            }
        }
        return this;
    }

    void endRow() throws SQLException {
        put('\n');
        beginsRow = true;
        if (length >= PIECE_BYTES) {
            send();
        }
    }

    /** Sends what is left and answers when the database has taken all of it. */
    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        copy.flushCopy();
        length = 0;
    }

    private void separate() {
        if (!beginsRow) {
            put('\t');
        }
        beginsRow = false;
    }

    private void absent() {
        put('\\', 'N');
    }

    @SuppressWarnings("deprecation") // the one method that takes ASCII out of a String without a copy
    private void ascii(String text) {
        require(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    private void number(long value) {
        if (value == Long.MIN_VALUE) {
            ascii(Long.toString(value));
            return;
        }
        require(LONG_DIGITS);
        if (value < 0) {
            bytes[length++] = '-';
        }
        long rest = Math.abs(value);
        int digits = 1;
        for (long power = rest; power >= 10; power /= 10) {
            digits++;
        }
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void put(char first, char second) {
        put(first);
        put(second);
    }

    private void put(char ascii) {
        put((byte) ascii);
    }

    private void put(byte b) {
        require(1);
        bytes[length++] = b;
    }

    private void require(int room) {
        if (room > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + room));
        }
    }
}
