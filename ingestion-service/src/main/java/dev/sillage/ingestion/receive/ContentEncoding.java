package dev.sillage.ingestion.receive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How a body is packed (RFC 9110 section 8.4). */
enum ContentEncoding {
    IDENTITY,
    GZIP,
    ZSTD;

    /** RFC 9659: for the content encoding no window is larger than 8 MiB, so that a reader can bound its memory. */
    private static final int MAX_WINDOW_LOG = 23;

    /**
     * The encoding of a request.
     *
     * @param headers every Content-Encoding header
     * @throws RequestRefusedException when it is unknown, or several were applied
     */
    static ContentEncoding of(List<String> headers) {
        if (headers.isEmpty()) {
            return IDENTITY;
        }
        String name = headers.get(0).strip().toLowerCase(Locale.ROOT);
        if (headers.size() > 1 || name.indexOf(',') >= 0) {
            throw new RequestRefusedException(
                    ProblemType.UNSUPPORTED_CONTENT_ENCODING, "Several content encodings are named.");
        }
        return switch (name) {
            case "", "identity" -> IDENTITY;
            // RFC 9110 section 8.4.1.3: x-gzip is the same.
            case "gzip", "x-gzip" -> GZIP;
            case "zstd" -> ZSTD;
            default ->
                throw new RequestRefusedException(
                        ProblemType.UNSUPPORTED_CONTENT_ENCODING, "The content encoding is another one.");
        };
    }

    /** The content of a packed body; reading it fails with {@link IOException} where the packing is broken. */
    InputStream open(byte[] packed) throws IOException {
        InputStream in = new ByteArrayInputStream(packed);
        return switch (this) {
            case IDENTITY -> in;
            case GZIP -> new GZIPInputStream(in);
            case ZSTD -> new ZstdInputStreamNoFinalizer(in).setLongMax(MAX_WINDOW_LOG);
        };
    }
}
