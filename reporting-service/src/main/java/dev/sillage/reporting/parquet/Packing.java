package dev.sillage.reporting.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;

/** Packs pages by gzip, which every Java and every reader has, quickly rather than tightly. */
final class Packing extends GZIPOutputStream {
    private static final int BUFFER = 8 << 10;

    private Packing(OutputStream output) throws IOException {
        super(output, BUFFER);
        def.setLevel(Deflater.BEST_SPEED);
    }

    static byte[] pack(BytesInput bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(BUFFER);
        try (Packing packing = new Packing(packed)) {
            bytes.writeAllTo(packing);
        }
        return packed.toByteArray();
    }
}
