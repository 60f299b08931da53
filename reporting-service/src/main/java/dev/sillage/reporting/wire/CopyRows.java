package dev.sillage.reporting.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of PostgreSQL's COPY ("File Formats, Binary Format" there): the database takes values as they
 * are and does not read them from text. They are sent piece by piece, so that it takes the first while the next are written.
 */
public final class CopyRows {
    private static final int PIECE_BYTES = 64 * 1024;
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(ISO_8859_1);
    private static final short END = -1;

    private final CopyIn copy;
    private final short columns;
    private final BinaryValues values = new BinaryValues(2 * PIECE_BYTES);

    /**
     * Begins.
     *
     * @param copy of a statement with FORMAT binary
     * @param columns of each row
     */
    public CopyRows(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = (short) columns;
        values.room(SIGNATURE.length + 2 * Integer.BYTES)
                .put(SIGNATURE)
                .putInt(0)
                .putInt(0);
    }

    /** Where the values of the next row go, as many as there are columns. */
    public BinaryValues row() throws SQLException {
        if (values.written().position() >= PIECE_BYTES) {
            send();
        }
        values.room(Short.BYTES).putShort(columns);
        return values;
    }

    /** Sends what is left and returns when the database has taken all of it. */
    public void end() throws SQLException {
        values.room(Short.BYTES).putShort(END);
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        ByteBuffer written = values.written();
        copy.writeToCopy(written.array(), written.arrayOffset(), written.position());
        copy.flushCopy();
        written.clear();
    }
}
