package dev.sillage.ingestion.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same seeds every time; the seed in the message of a failure is enough to repeat it. */
@QuarkusTest
@WithTestResource(Broker.class)
class FuzzTest {
    private static final int REQUESTS = 400;
    private static final int LINES = 20;

    private final String source = "urn:test:" + UUID.randomUUID();

    @Test
    void onLinesNoGoodNeighbourIsEverLost() {
        Set<String> good = new HashSet<>();
        for (int seed = 0; seed < REQUESTS; seed++) {
            Random random = new Random(seed);
            Mutation mutation = new Mutation(random);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            int goodHere = 0;
            for (int line = 0; line < LINES; line++) {
                String id = "good-" + seed + "-" + line;
                if (line == 0 || random.nextBoolean()) {
                    good.add(id);
                    goodHere++;
                    body.writeBytes(Events.email(source, id).getBytes(StandardCharsets.UTF_8));
                } else {
                    body.writeBytes(mutation.of(Events.email(source + ":bad", id)));
                }
                body.write('\n');
            }

            Answer answer = Door.post(Door.LINES, body.toByteArray());

            assertThat(answer.status()).as("seed %d: %s", seed, answer.text()).isEqualTo(202);
            assertThat(answer.json().get("accepted").asInt())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(goodHere);
        }
        assertThat(StoredActivities.ofSource(source).keySet()).isEqualTo(good);
    }

    @Test
    void whateverIsSentTheAnswerIsAReceiptOrAClientError() {
        for (int seed = 0; seed < REQUESTS; seed++) {
            Random random = new Random(seed);
            Mutation mutation = new Mutation(random);
            String event = Events.email(source + ":bad", "any");
            String valid = random.nextBoolean() ? event : "[" + event + "," + event + "]";
            String mediaType = random.nextBoolean() ? Door.ONE : Door.BATCH;

            Answer answer = Door.post(mediaType, mutation.of(valid));

            assertThat(answer.status()).as("seed %d: %s", seed, answer.text()).isIn(202, 400);
            assertThat(answer.text()).doesNotContain("Exception", "fasterxml");
        }
    }

    @Test
    void aPackedBodyThatIsDamagedIsAReceiptOrAClientErrorAndOneThatIsNotIsNeverLost() {
        Set<String> good = new HashSet<>();
        for (int seed = 0; seed < REQUESTS; seed++) {
            Random random = new Random(seed);
            String encoding = random.nextBoolean() ? "gzip" : "zstd";
            boolean damaged = random.nextBoolean();
            String id = "packed-" + seed;
            byte[] event = Events.email(damaged ? source + ":bad" : source, id).getBytes(StandardCharsets.UTF_8);
            byte[] packed = Packing.pack(encoding, event);

            Answer answer = Door.send(Door.request("/v1/events")
                    .header("Content-Type", Door.ONE)
                    .header("Content-Encoding", encoding)
                    .POST(BodyPublishers.ofByteArray(damaged ? damage(packed, random) : packed))
                    .build());

            if (damaged) {
                assertThat(answer.status())
                        .as("seed %d: %s", seed, answer.text())
                        .isIn(202, 400, 413);
                assertThat(answer.text()).doesNotContain("Exception", "fasterxml", "zstd-jni");
            } else {
                assertThat(answer.status())
                        .as("seed %d: %s", seed, answer.text())
                        .isEqualTo(202);
                good.add(id);
            }
        }
        assertThat(StoredActivities.ofSource(source).keySet()).isEqualTo(good);
    }

    /** Cut off, or with some bytes changed; the head of the format is hit as often as the rest. */
    private static byte[] damage(byte[] packed, Random random) {
        byte[] damaged = Arrays.copyOf(packed, random.nextBoolean() ? random.nextInt(packed.length) : packed.length);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && damaged.length > 0; i++) {
            damaged[random.nextInt(random.nextBoolean() ? Math.min(12, damaged.length) : damaged.length)] =
                    (byte) random.nextInt(256);
        }
        return damaged;
    }
}
