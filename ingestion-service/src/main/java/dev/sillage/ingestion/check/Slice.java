package dev.sillage.ingestion.check;

import java.util.Objects;

/**
 * A part of an array that nobody changes any more; the bytes are shared, not copied.
 *
 * @param bytes the whole array
 * @param offset first byte of the part
 * @param length number of bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a view of bytes, never compared
public record Slice(byte[] bytes, int offset, int length) {
    public Slice {
        Objects.checkFromIndexSize(offset, length, bytes.length);
    }

    /** A copy of the part alone. */
    public byte[] copy() {
        byte[] copy = new byte[length];
        System.arraycopy(bytes, offset, copy, 0, length);
        return copy;
    }
}
