package dev.sillage.calculation.recalculate;

import dev.sillage.calculation.problem.LargerBody;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a body line by line, within limits. All of it is read before anything is answered: a client that sends
 * everything first and then reads, as most do, would otherwise wait for us while we wait for it.
 */
final class Lines {
    /** Of one request; a page of the book of record has two thousand. */
    static final int MAX_COUNT = 10_000;

    /** Of one line: data of 8 KiB, and labels and names of the greatest length around them. */
    static final int MAX_BYTES = 32 * 1024;

    /** Of one request: two thousand lines with the largest data that are kept. */
    static final int MAX_BODY_BYTES = 24 << 20;

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int FIRST_LINE_BYTES = 1024;

    private final List<Line> lines = new ArrayList<>();
    private byte[] line = new byte[FIRST_LINE_BYTES];
    private int length;
    private boolean isBlank = true;
    private boolean isTooLong;

    private Lines() {}

    /**
     * The lines that are not blank.
     *
     * @throws IOException when the connection breaks
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when there are none, too many, or too many bytes
     */
    static List<Line> read(InputStream body) throws IOException {
        Lines lines = new Lines();
        byte[] chunk = new byte[CHUNK_BYTES];
        long bytes = 0;
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            bytes += read;
            if (bytes > MAX_BODY_BYTES) {
                throw LargerBody.tooLarge(MAX_BODY_BYTES);
            }
            lines.take(chunk, read);
        }
        lines.end();
        if (lines.lines.isEmpty()) {
            throw Problem.of(ProblemType.TOO_MANY_ITEMS, "send 1 to " + MAX_COUNT + " activities, one a line", null)
                    .asAnswer();
        }
        return lines.lines;
    }

    private void take(byte[] chunk, int count) {
        int begin = 0;
        for (int i = 0; i < count; i++) {
            if (chunk[i] == '\n') {
                append(chunk, begin, i - begin);
                end();
                begin = i + 1;
            } else if (chunk[i] < 0 || chunk[i] > ' ') {
                isBlank = false;
            }
        }
        append(chunk, begin, count - begin);
    }

    private void append(byte[] chunk, int begin, int count) {
        isTooLong |= length + count > MAX_BYTES;
        if (isTooLong) {
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
        }
        System.arraycopy(chunk, begin, line, length, count);
        length += count;
    }

    private void end() {
        if (!isBlank || isTooLong) {
            if (lines.size() == MAX_COUNT) {
                throw Problem.of(
                                ProblemType.TOO_MANY_ITEMS,
                                "there are more lines than the " + MAX_COUNT + " of one request; send them in several",
                                null)
                        .asAnswer();
            }
            lines.add(isTooLong ? Line.TOO_LONG : new Line(Arrays.copyOf(line, length), false));
        }
        length = 0;
        isBlank = true;
        isTooLong = false;
    }
}
