package dev.sillage.reporting.wire;

import java.nio.ByteBuffer;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * The bytes of a parameter, for the driver. It sends them as they are for the types that its property
 * {@code binaryTransferEnable} names, and asks for a text for all others, which there is not.
 */
final class ArrayParameter extends PGobject implements PGBinaryObject {
    private static final long serialVersionUID = 1L;

    private final transient ByteBuffer bytes;

    ArrayParameter(String type, ByteBuffer bytes) {
        setType(type);
        this.bytes = bytes;
    }

    @Override
    public int lengthInBytes() {
        return bytes.position();
    }

    @Override
    public void toBytes(byte[] to, int offset) {
        bytes.get(0, to, offset, bytes.position());
    }

    /** The half of the driver's interface for types that it reads; this one is not registered for reading. */
    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("a parameter is written, never read");
    }

    @Override
    public String getValue() {
        throw new IllegalStateException(
                "the connection property binaryTransferEnable of the database has to name the type " + getType());
    }
}
