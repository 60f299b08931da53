package dev.sillage.ingestion.fuzz;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Packs bodies as clients do. */
public final class Packing {
    private Packing() {}

    public static byte[] pack(String encoding, byte[] content) {
        if (encoding.equals("zstd")) {
            return Zstd.compress(content);
        }
        if (encoding.equals("identity")) {
            return content;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
