package dev.sillage.ingestion.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit that is set is the one that holds. */
@QuarkusTest
@WithTestResource(Broker.class)
@TestProfile(ChangedLimitsTest.Narrow.class)
class ChangedLimitsTest {
    /** Each far below its default. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> limits = new LinkedHashMap<>();
            limits.put("max-body-bytes", "4K");
            limits.put("max-events", "3");
            limits.put("max-event-bytes", "1K");
            limits.put("max-nesting", "8");
            limits.put("max-attribute-length", "40");
            limits.put("max-extensions", "1");
            limits.put("max-extension-length", "5");
            limits.put("max-problems-per-event", "2");
            limits.put("earliest-time", "2026-01-01T00:00:00Z");
            limits.put("max-ahead", "1m");
            Map<String, String> settings = new LinkedHashMap<>();
            limits.forEach((key, value) -> settings.put("sillage.ingestion.receive." + key, value));
            return settings;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'id':'a'                                    | 202 | ",
                "'id':'a','x1':'12345'                       | 202 | ",
                "'id':'a','x1':'123456'                      | 400 | text-length",
                "'id':'a','x1':'1','x2':'2'                  | 400 | too-many-attributes",
                "'id':'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx' | 400 | text-length",
                "'id':'a','time':'2025-12-31T23:59:59Z'      | 400 | time-out-of-range",
                "'id':'a','deep':[[[[[[[[[1]]]]]]]]]         | 400 | too-deep",
            })
    void anEventBeyondItIsRefused(String members, int status, String code) {
        Answer answer = Door.post(Door.ONE, event(members.replace('\'', '"')));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(code == null ? "\"refused\":0" : "\"/problems/" + code + '"');
    }

    @Test
    void aTimeFurtherAheadIsRefused() {
        String ahead = Instant.now().plus(Duration.ofMinutes(3)).toString();

        assertThat(Door.post(Door.ONE, event("\"id\":\"a\",\"time\":\"" + ahead + "\""))
                        .code())
                .isEqualTo("time-out-of-range");
    }

    @Test
    void moreEventsThanThatAreRefused() {
        String batch = "[" + String.join(",", Collections.nCopies(4, event("\"id\":\"a\""))) + "]";

        assertThat(Door.post(Door.BATCH, batch).code()).isEqualTo("too-many-events");
    }

    @Test
    void aLargerEventIsRefusedAndALargerBodyToo() {
        assertThat(Door.post(Door.ONE, event("\"id\":\"a\"") + " ".repeat(1100)).code())
                .isEqualTo("event-too-large");
        assertThat(Door.post(Door.ONE, event("\"id\":\"a\"") + " ".repeat(4100)).code())
                .isEqualTo("body-too-large");
    }

    @Test
    void onlyAsManyProblemsAreListed() {
        Answer answer = Door.post(Door.ONE, event("\"id\":\"\",\"source2\":{},\"x9\":[]"));

        assertThat(answer.json().get("problems")).hasSize(2);
    }

    private static String event(String members) {
        String time = members.contains("\"time\"") ? "" : "\"time\":\"2026-03-01T00:00:00Z\",";
        return "{\"specversion\":\"1.0\",\"source\":\"/limits\",\"type\":\"dev.sillage.activity.email.v1\"," + time
                + members + ",\"data\":{\"bytes\":75000}}";
    }
}
