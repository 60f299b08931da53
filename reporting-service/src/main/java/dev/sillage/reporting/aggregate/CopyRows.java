package dev.sillage.reporting.aggregate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of PostgreSQL's COPY ("File Formats, Binary Format" there): the database takes values as they
 * are and does not read them from text. They are sent piece by piece, so that it takes the first while the next are written.
 */
final class CopyRows {
    private static final int PIECE_BYTES = 64 * 1024;
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(ISO_8859_1);
    private static final int ABSENT = -1;
    private static final short END = -1;
    private static final long SECONDS_TO_2000 = 946_684_800;
    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1000;

    private final CopyIn copy;
    private final short columns;
    private ByteBuffer buffer = ByteBuffer.allocate(2 * PIECE_BYTES);

    /**
     * Begins.
     *
     * @param copy of a statement with FORMAT binary
     * @param columns of each row
     */
    CopyRows(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = (short) columns;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** The values of a row follow, as many as there are columns. */
    CopyRows row() throws SQLException {
        if (buffer.position() >= PIECE_BYTES) {
            send();
        }
        room(Short.BYTES).putShort(columns);
        return this;
    }

    CopyRows uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRows smallint(int value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    CopyRows integer(@Nullable Integer value) {
        if (value == null) {
            return absent();
        }
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CopyRows bigint(@Nullable Long value) {
        if (value == null) {
            return absent();
        }
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    /** A timestamptz, cut to the microsecond. */
    CopyRows time(Instant value) {
        return bigint((value.getEpochSecond() - SECONDS_TO_2000) * MICROS_OF_SECOND + value.getNano() / NANOS_OF_MICRO);
    }

    CopyRows text(@Nullable String value) {
        if (value == null) {
            return absent();
        }
        bytes(value.getBytes(UTF_8));
        return this;
    }

    CopyRows numeric(@Nullable BigDecimal value) {
        if (value == null) {
            return absent();
        }
        NumericFormat.write(value, this);
        return this;
    }

    /** A value in the binary form of its type. */
    void bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
    }

    /** Where so many bytes can be written that belong to the row. */
    ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }

    /** Sends what is left and returns when the database has taken all of it. */
    void end() throws SQLException {
        room(Short.BYTES).putShort(END);
        send();
        copy.endCopy();
    }

    private CopyRows absent() {
        room(Integer.BYTES).putInt(ABSENT);
        return this;
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        copy.flushCopy();
        buffer.clear();
    }
}
