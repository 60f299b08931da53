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
import java.nio.charset.StandardCharsets;
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
}
