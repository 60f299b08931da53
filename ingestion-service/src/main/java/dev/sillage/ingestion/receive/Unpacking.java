package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Unpacks one body. Limits are kept and memory is charged chunk by chunk: a few packed bytes can claim to be gigabytes.
 */
final class Unpacking {
    private static final int CHUNK_BYTES = 16 * 1024;

    /** Small bodies of much repetition pack well without being an attack. */
    private static final int RATIO_COUNTS_FROM_BYTES = 1024 * 1024;

    private final Limits limits;

    Unpacking(Limits limits) {
        this.limits = limits;
    }

    /**
     * The unpacked body under the same reservation.
     *
     * @throws RequestRefusedException when it is broken, too large or packed too tightly; the body is still to be closed
     */
    Body unpack(Body packed, ContentEncoding encoding) {
        if (encoding == ContentEncoding.IDENTITY) {
            return packed;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = encoding.open(packed.bytes())) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                require(content.size() + (long) read, packed.bytes().length);
                if (!packed.reservation().grow(read)) {
                    throw new RequestRefusedException(
                            ProblemType.SATURATED, "Too many requests are waiting to be stored.");
                }
                content.write(chunk, 0, read);
            }
        } catch (IOException | StackOverflowError e) {
            // The reader of gzip calls itself for each empty member.
            throw new RequestRefusedException(
                    ProblemType.BROKEN_CONTENT_ENCODING,
                    "The content encoding is broken or cut off after " + content.size() + " unpacked bytes.");
        }
        return new Body(content.toByteArray(), packed.reservation());
    }

    private void require(long unpacked, int packed) {
        if (unpacked > limits.maxUnpackedBytes()) {
            throw new RequestRefusedException(
                    ProblemType.BODY_TOO_LARGE, "At most " + limits.maxUnpackedBytes() + " unpacked bytes are taken.");
        }
        if (unpacked > RATIO_COUNTS_FROM_BYTES && unpacked > (long) packed * limits.maxRatio()) {
            throw new RequestRefusedException(
                    ProblemType.PACKED_TOO_TIGHTLY,
                    "At most " + limits.maxRatio() + " unpacked bytes are taken for each packed one.");
        }
    }
}
