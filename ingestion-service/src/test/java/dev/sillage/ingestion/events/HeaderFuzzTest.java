package dev.sillage.ingestion.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.Wire;
import dev.sillage.ingestion.fuzz.Cases;
import dev.sillage.ingestion.fuzz.EveryAnswer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads that no client would send, over a bare connection. */
@QuarkusTest
@WithTestResource(Broker.class)
class HeaderFuzzTest {
    private static final int REQUESTS = 400;
    private static final String BODY = "{\"recipients\":1,\"bytes\":1000}";
    private static final List<String> EVIL = List.of(
            "ce-id: %",
            "ce-id: %4",
            "ce-id: %zz",
            "ce-id: %C0%A0",
            "ce-id: %ff%fe",
            "ce-id: \"open",
            "ce-id: \"a\"b\"",
            "ce-id: caf\u00e9",
            "ce-tenant: other",
            "CE-TENANT: other",
            "ce-acceptedat: 2026-11-24T00:00:00Z",
            "ce-datacontenttype: text/plain",
            "ce-data: {}",
            "ce-data_base64: AAAA",
            "ce-: nothing",
            "ce-UPPER_case: x",
            "ce-x: " + "a".repeat(2000),
            "Content-Encoding: gzip",
            "Content-Encoding: gzip, gzip",
            "Content-Length: 5",
            "Content-Length: -1",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: identity, chunked",
            "X: a\r\n folded",
            "Authorization: Bearer \u0000",
            "traceparent: 00-zz",
            "Expect: 200-ok",
            "X-Long: " + "b".repeat(30_000));

    private final String source = "urn:test:" + UUID.randomUUID();

    @Test
    void anyHeadIsAnsweredOrItsConnectionEndsAndTheNextEventIsStored() throws IOException {
        Set<Integer> statuses = new HashSet<>();
        Cases.byChance("events, heads", REQUESTS, (random, number) -> {
            String answer = send(head(random));

            assertThat(status(answer)).as(answer).isIn(0, 202, 400, 408, 413, 415, 431);
            EveryAnswer.tellsNothingOfUs(answer);
            statuses.add(status(answer));
        });

        String good = send(valid("good"));

        assertThat(statuses).contains(202, 400, 415, 431);
        assertThat(status(good)).as(good).isEqualTo(202);
        assertThat(StoredActivities.ofSource(source)).containsKey("good");
        assertThat(StoredActivities.ofSource(source).values())
                .allSatisfy(record ->
                        assertThat(StoredActivities.header(record, "ce_tenant")).isEqualTo("local"));
        Meters.nothingStaysInFlight();
    }

    @ParameterizedTest
    @ValueSource(ints = {17_000, 30_000, 1_000_000})
    void headersThatAreTooLongAreRefusedWith431(int length) throws IOException {
        List<String> head = valid("long");
        head.add("X-Long: " + "b".repeat(length));

        assertThat(status(send(head))).isEqualTo(431);
    }

    @Test
    void aRequestWithoutHostGetsAProblemAndNoNameOfAnException() throws IOException {
        List<String> head = valid("hostless");
        head.remove(0);

        assertThat(send(head))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"/problems/bad-request\"", "\"status\":400", "one without Host");
    }

    private List<String> head(Random random) {
        List<String> head = valid("fuzz-" + random.nextInt());
        for (int change = random.nextInt(3); change >= 0; change--) {
            String evil = EVIL.get(random.nextInt(EVIL.size()));
            int at = random.nextInt(head.size());
            switch (random.nextInt(3)) {
                case 0 -> head.add(at, evil);
                case 1 -> head.set(at, evil);
                default -> head.add(head.get(at));
            }
        }
        return head;
    }

    private List<String> valid(String id) {
        return new ArrayList<>(List.of(
                "Host: localhost",
                "Content-Type: application/json",
                "ce-specversion: 1.0",
                "ce-id: " + id,
                "ce-source: " + source,
                "ce-type: dev.sillage.activity.email.v1",
                "ce-time: 2026-11-24T08:00:00Z",
                "Content-Length: " + BODY.length()));
    }

    /** The answer, or nothing when the connection ended without one. */
    private static String send(List<String> head) throws IOException {
        try (Wire wire = new Wire()) {
            // The second request ends whatever the first one left open: a body that lacks bytes, or has no end.
            wire.send("POST /v1/events HTTP/1.1\r\n" + String.join("\r\n", head) + "\r\n\r\n" + BODY
                    + "0\r\n\r\nGET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(2));
            return wire.receive();
        }
    }

    private static int status(String answer) {
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
    }
}
