package dev.sillage.ingestion.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.fuzz.Cases;
import dev.sillage.ingestion.fuzz.Damage;
import dev.sillage.ingestion.fuzz.EveryAnswer;
import dev.sillage.ingestion.fuzz.Packing;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events as a body: one, a batch, or lines; as they are and packed. */
@QuarkusTest
@WithTestResource(Broker.class)
class FuzzTest {
    private static final int REQUESTS = 400;
    private static final int LINES = 20;

    private final String source = "urn:test:" + UUID.randomUUID();

    @Test
    void onLinesNoGoodNeighbourIsEverLost() {
        Set<String> good = new HashSet<>();
        Cases.byChance("events, lines", REQUESTS, (random, number) -> {
            Mutation mutation = new Mutation(random);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            int goodHere = 0;
            for (int line = 0; line < LINES; line++) {
                String id = "good-" + number + "-" + line;
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

            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            assertThat(answer.json().get("accepted").asInt()).isGreaterThanOrEqualTo(goodHere);
            EveryAnswer.holdsFor(answer);
        });
        assertThat(StoredActivities.ofSource(source).keySet()).isEqualTo(good);
    }

    @Test
    void whateverIsSentTheAnswerIsAReceiptOrAClientError() {
        Cases.byChance("events, one or a batch", REQUESTS, (random, number) -> {
            Mutation mutation = new Mutation(random);
            String event = Events.email(source + ":bad", "any");
            String valid = random.nextBoolean() ? event : "[" + event + "," + event + "]";
            String mediaType = random.nextBoolean() ? Door.ONE : Door.BATCH;

            Answer answer = Door.post(mediaType, mutation.of(valid));

            assertThat(answer.status()).as(answer.text()).isIn(202, 400);
            EveryAnswer.holdsFor(answer);
        });
        Meters.nothingStaysInFlight();
    }

    @Test
    void aPackedBodyThatIsDamagedIsAReceiptOrAClientErrorAndOneThatIsNotIsNeverLost() {
        Set<String> good = new HashSet<>();
        Cases.byChance("events, packed", REQUESTS, (random, number) -> {
            String encoding = random.nextBoolean() ? "gzip" : "zstd";
            boolean damaged = random.nextBoolean();
            String id = "packed-" + number;
            byte[] event = Events.email(damaged ? source + ":bad" : source, id).getBytes(StandardCharsets.UTF_8);
            byte[] packed = Packing.pack(encoding, event);

            Answer answer = Door.send(Door.request("/v1/events")
                    .header("Content-Type", Door.ONE)
                    .header("Content-Encoding", encoding)
                    .POST(BodyPublishers.ofByteArray(damaged ? new Damage(random).packed(packed) : packed))
                    .build());

            if (damaged) {
                assertThat(answer.status()).as(answer.text()).isIn(202, 400, 413);
                EveryAnswer.holdsFor(answer);
            } else {
                assertThat(answer.status()).as(answer.text()).isEqualTo(202);
                good.add(id);
            }
        });
        assertThat(StoredActivities.ofSource(source).keySet()).isEqualTo(good);
    }
}
