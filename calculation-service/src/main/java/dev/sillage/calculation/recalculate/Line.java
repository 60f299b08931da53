package dev.sillage.calculation.recalculate;

/**
 * One line of a request.
 *
 * @param bytes without the line's end; empty when there were more than a line may have
 * @param isTooLong whether there were
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes, never compared
record Line(byte[] bytes, boolean isTooLong) {
    static final Line TOO_LONG = new Line(new byte[0], true);
}
