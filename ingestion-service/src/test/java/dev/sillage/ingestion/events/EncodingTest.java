package dev.sillage.ingestion.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.fuzz.Packing;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What packed bodies do at the door. */
@QuarkusTest
@WithTestResource(Broker.class)
class EncodingTest {
    private final String source = "urn:test:" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "zstd", "identity"})
    void aPackedBodyIsTakenLikeAnyOther(String encoding) {
        byte[] lines = (Events.email(source, "a") + "\n" + Events.email(source, "b")).getBytes(UTF_8);

        Answer answer = post(encoding, Packing.pack(encoding, lines));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(StoredActivities.ofSource(source)).containsOnlyKeys("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip, identity", "zstd;q=1"})
    void anotherEncodingIsRefusedAndTheAnswerSaysWhichAreTaken(String encoding) {
        Answer answer = post(encoding, Events.email(source, "a").getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported-content-encoding");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip, zstd, identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBodyThatIsCutOffOrNotPackedAtAllIsRefused(String encoding) {
        byte[] event = Events.email(source, "a").getBytes(UTF_8);
        byte[] packed = Packing.pack(encoding, event);

        for (byte[] broken : new byte[][] {event, Arrays.copyOf(packed, packed.length - 9), new byte[1]}) {
            Answer answer = post(encoding, broken);

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("broken-content-encoding");
        }
        assertThat(StoredActivities.ofSource(source)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBombIsRefusedByItsRatio(String encoding) {
        Answer answer = post(encoding, Packing.pack(encoding, new byte[64 * 1024 * 1024]));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("packed-too-tightly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBodyThatUnpacksOverTheLimitIsRefused(String encoding) {
        // Random letters pack by less than the ratio.
        byte[] letters = new byte[17 * 1024 * 1024];
        Random random = new Random(1);
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(4));
        }

        Answer answer = post(encoding, Packing.pack(encoding, letters));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @Test
    void aSmallBodyMayPackTightly() {
        byte[] lines = (" ".repeat(900_000) + Events.email(source, "a")).getBytes(UTF_8);

        Answer answer = post("zstd", Zstd.compress(lines));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    private static Answer post(String encoding, byte[] body) {
        return Door.send(Door.request("/v1/events")
                .header("Content-Type", Door.LINES)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }
}
