package dev.sillage.calculation.recalculate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void linesAreTheSameHoweverTheBytesArrive() throws Exception {
        String body = "é\n\n" + "a".repeat(70_000) + "\n" + "b".repeat(Lines.MAX_BYTES) + "\n \r\n" + "c".repeat(5000);
        List<String> expected = List.of("é", "<too long>", "b".repeat(Lines.MAX_BYTES), "c".repeat(5000));

        for (int seed = 0; seed < 20; seed++) {
            assertThat(Lines.read(new Dripping(body, seed)).stream()
                            .map(line -> line.isTooLong() ? "<too long>" : new String(line.bytes(), UTF_8)))
                    .isEqualTo(expected);
        }
    }

    /** Gives what it has bit by bit. */
    private static final class Dripping extends InputStream {
        private final InputStream whole;
        private final Random random;

        Dripping(String body, int seed) {
            whole = new ByteArrayInputStream(body.getBytes(UTF_8));
            random = new Random(seed);
        }

        @Override
        public int read() {
            throw new AssertionError("byte by byte");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws java.io.IOException {
            return whole.read(into, offset, Math.min(length, 1 + random.nextInt(3000)));
        }
    }
}
