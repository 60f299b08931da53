package dev.sillage.reporting.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values one behind the other, each with its length before it, as the fields of a row in COPY and the elements of an array
 * have it. Grows with what is written.
 */
public final class BinaryValues {
    private static final int ABSENT = -1;
    private static final long SECONDS_TO_2000 = 946_684_800;
    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1000;

    private ByteBuffer buffer;

    BinaryValues(int expectedBytes) {
        buffer = ByteBuffer.allocate(expectedBytes);
    }

    public BinaryValues uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    public BinaryValues smallint(int value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    public BinaryValues integer(@Nullable Integer value) {
        if (value == null) {
            return absent();
        }
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    public BinaryValues bigint(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    public BinaryValues bigint(@Nullable Long value) {
        return value == null ? absent() : bigint(value.longValue());
    }

    /** A boolean. */
    public BinaryValues bool(boolean value) {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    /** A timestamptz, cut to the microsecond. */
    public BinaryValues time(Instant value) {
        return bigint((value.getEpochSecond() - SECONDS_TO_2000) * MICROS_OF_SECOND + value.getNano() / NANOS_OF_MICRO);
    }

    public BinaryValues text(@Nullable String value) {
        if (value == null) {
            return absent();
        }
        bytes(value.getBytes(UTF_8));
        return this;
    }

    public BinaryValues numeric(@Nullable BigDecimal value) {
        if (value == null) {
            return absent();
        }
        NumericFormat.write(value, this);
        return this;
    }

    /** NULL. */
    BinaryValues absent() {
        room(Integer.BYTES).putInt(ABSENT);
        return this;
    }

    /** A value in the binary form of its type. */
    void bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
    }

    /** Where so many bytes more can be written. */
    ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }

    /** All that was written, in the array of the buffer from its beginning to its position. */
    ByteBuffer written() {
        return buffer;
    }
}
