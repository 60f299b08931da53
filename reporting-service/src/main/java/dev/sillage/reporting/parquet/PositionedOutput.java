package dev.sillage.reporting.parquet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that knows how far it has come. */
final class PositionedOutput extends FilterOutputStream {
    private long position;

    PositionedOutput(OutputStream output) {
        super(output);
    }

    long position() {
        return position;
    }

    @Override
    public void write(int oneByte) throws IOException {
        out.write(oneByte);
        position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        position += length;
    }
}
