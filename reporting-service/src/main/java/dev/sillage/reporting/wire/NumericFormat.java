package dev.sillage.reporting.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.postgresql.util.ByteConverter;

/**
 * The binary form of PostgreSQL's numeric: groups of four decimal digits, how many of them stand before the point, the sign
 * and the number of decimals that are shown. The driver has it too; most of a footprint are numbers, and short ones
 * are written and read here without the objects between.
 */
final class NumericFormat {
    private static final int GROUP = 10_000;
    private static final int DIGITS_OF_GROUP = 4;
    private static final int HEADER_BYTES = 4 * Short.BYTES;
    private static final int MAX_BYTES = HEADER_BYTES + 5 * Short.BYTES;
    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 0x4000;
    private static final int GROUPS_OF_LONG = 4;
    private static final long[] POWERS = {1, 10, 100, 1000};
    private static final int BITS_OF_SHORT_NUMBER = 63 - 10;

    private NumericFormat() {}

    /** Its length in bytes and the number itself. */
    static void write(BigDecimal value, BinaryValues to) {
        BigInteger digits = value.unscaledValue();
        if (value.scale() >= 0 && digits.bitLength() <= BITS_OF_SHORT_NUMBER) {
            write(digits.longValue(), value.scale(), to.room(Integer.BYTES + MAX_BYTES));
        } else {
            to.bytes(ByteConverter.numeric(value));
        }
    }

    /**
     * The number that these bytes are, in whole groups of digits.
     *
     * @param value as PostgreSQL sends it, without its length
     */
    static BigDecimal read(byte[] value) {
        ByteBuffer from = ByteBuffer.wrap(value);
        int groups = from.getShort();
        int weight = from.getShort();
        int sign = from.getShort();
        from.getShort();
        if (groups > GROUPS_OF_LONG || (sign != POSITIVE && sign != NEGATIVE)) {
            return (BigDecimal) ByteConverter.numeric(value);
        }
        long unscaled = 0;
        for (int i = 0; i < groups; i++) {
            unscaled = unscaled * GROUP + from.getShort();
        }
        int scale = (groups - 1 - weight) * DIGITS_OF_GROUP;
        return BigDecimal.valueOf(sign == NEGATIVE ? -unscaled : unscaled, scale);
    }

    private static void write(long unscaled, int scale, ByteBuffer to) {
        // Groups begin at the point: digits are added behind until the decimals are full groups.
        long rest = Math.abs(unscaled) * POWERS[-scale & DIGITS_OF_GROUP - 1];
        int position = (scale + DIGITS_OF_GROUP - 1) / DIGITS_OF_GROUP;
        while (rest != 0 && rest % GROUP == 0) {
            rest /= GROUP;
            position--;
        }
        int groups = 0;
        for (long left = rest; left != 0; left /= GROUP) {
            groups++;
        }
        int weight = groups == 0 ? 0 : groups - 1 - position;
        to.putInt(HEADER_BYTES + groups * Short.BYTES)
                .putShort((short) groups)
                .putShort((short) weight)
                .putShort((short) (unscaled < 0 ? NEGATIVE : 0))
                .putShort((short) scale);
        int end = to.position() + groups * Short.BYTES;
        for (int at = end - Short.BYTES; at >= to.position(); at -= Short.BYTES) {
            to.putShort(at, (short) (rest % GROUP));
            rest /= GROUP;
        }
        to.position(end);
    }
}
