package dev.sillage.ingestion.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with a request before its events are looked at. */
@QuarkusTest
@WithTestResource(Broker.class)
class RequestTest {
    private final String source = "urn:test:" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "application/cloudevents+xml",
                "application/cloudevents+json; charset=iso-8859-1",
                "nonsense"
            })
    void anotherMediaTypeIsRefusedAndTheThreeAreNamed(String mediaType) {
        Answer answer = Door.post(mediaType, Events.email(source, "a"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported-media-type");
        assertThat(answer.json().get("detail").asText()).contains(Door.ONE, Door.BATCH, Door.LINES);
    }

    @Test
    void aMissingMediaTypeIsRefused() {
        Answer answer = Door.send(Door.request("/v1/events")
                .POST(BodyPublishers.ofString(Events.email(source, "a")))
                .build());

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/events,       */*,             405, method-not-allowed",
        "DELETE, /problems,        */*,             405, method-not-allowed",
        "GET,    /v1/nothing,      */*,             404, not-found",
        "GET,    /,                */*,             404, not-found",
        "GET,    /problems/nobody, application/json, 404, not-found",
        "GET,    /problems,        image/png,       406, not-acceptable",
    })
    void otherAddressesAndMethodsAreProblems(String method, String path, String accept, int status, String code) {
        Answer answer = Door.send(Door.request(path)
                .header("Accept", accept)
                .method(method, BodyPublishers.noBody())
                .build());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.text()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void anAnswerThatNobodyCanReadIsNotAcceptable() {
        Answer answer = Door.send(Door.request("/v1/events")
                .header("Content-Type", Door.ONE)
                .header("Accept", "image/png")
                .POST(BodyPublishers.ofString(Events.email(source, "a")))
                .build());

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("not-acceptable");
        assertThat(StoredActivities.ofSource(source)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aRequestWithoutEventsIsRefused(String mediaType, String body) {
        Answer answer = Door.post(mediaType, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("empty-batch");
    }

    static Stream<Arguments> aRequestWithoutEventsIsRefused() {
        return Stream.of(
                arguments(Door.ONE, ""),
                arguments(Door.ONE, " \n"),
                arguments(Door.BATCH, ""),
                arguments(Door.BATCH, " [ ] "),
                arguments(Door.LINES, ""),
                arguments(Door.LINES, "\n \r\n\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{}", "[{}", "[{},]", "[,{}]", "[{}]]", "[{} {}]", "[{]", "[\"a]", "x", "[}", "[{}]x"})
    void aBatchThatIsNoArrayIsMalformed(String body) {
        Answer answer = Door.post(Door.BATCH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-json");
        assertThat(answer.json().has("byteOffset")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {Door.BATCH, Door.LINES})
    void tooManyEventsAreRefusedAndNoneIsStored(String mediaType) {
        String event = Events.email(source, "a");
        String many = mediaType.equals(Door.BATCH)
                ? "[" + String.join(",", Collections.nCopies(10_001, event)) + "]"
                : String.join("\n", Collections.nCopies(10_001, event));

        Answer answer = Door.post(mediaType, many);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-many-events");
        assertThat(StoredActivities.ofSource(source)).isEmpty();
    }

    @Test
    void aRequestListsAtMostAThousandProblems() {
        Answer answer = Door.post(Door.LINES, "{}\n".repeat(2000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes()).hasSize(1000);
        assertThat(answer.json().get("refused").asInt()).isEqualTo(2000);
        assertThat(answer.json().get("problemsLeftOut").asInt()).isEqualTo(2000 * 6 - 1000);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        Answer answer = Door.post(Door.LINES, new byte[16 * 1024 * 1024 + 1]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @Test
    void aBodyOfUnknownLengthOverTheLimitIsRefused() {
        byte[] body = new byte[17 * 1024 * 1024];

        Answer answer = Door.send(Door.request("/v1/events")
                .header("Content-Type", Door.LINES)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @Test
    void aBodyOfUnknownLengthIsRead() {
        byte[] body = Events.email(source, "a").getBytes(StandardCharsets.UTF_8);

        Answer answer = Door.send(Door.request("/v1/events")
                .header("Content-Type", Door.ONE)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(Door.post(Door.ONE, "\ufeff" + Events.email(source, "a")).status())
                .isEqualTo(202);
        assertThat(Door.post(Door.LINES, "\ufeff" + Events.email(source, "b")).status())
                .isEqualTo(202);
        assertThat(Door.post(Door.BATCH, "\ufeff[" + Events.email(source, "c") + "]")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aBodyThatDoesNotArriveIsGivenUp() throws IOException {
        try (Wire wire = new Wire()) {
            wire.send(head(Door.ONE, 100) + "{\"specversion\":");

            assertThat(wire.receive()).startsWith("HTTP/1.1 408").contains("/problems/body-timeout");
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToContinue() throws IOException {
        String event = Events.email(source, "a");
        try (Wire wire = new Wire()) {
            wire.send(head(Door.ONE, event.length()).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
            assertThat(wire.receive()).startsWith("HTTP/1.1 100");
            wire.send(event);
            assertThat(wire.receive()).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void aRefusedRequestLeavesTheConnectionUsable() throws IOException {
        String event = Events.email(source, "a");
        String unread = "x".repeat(1_000_000);
        try (Wire wire = new Wire()) {
            for (String mediaType : new String[] {"text/plain", Door.ONE + "; charset=us-ascii", Door.ONE}) {
                wire.send(head(mediaType, unread.length()) + unread);
                assertThat(wire.receive()).startsWith("HTTP/1.1 4");
            }
            wire.send(head(Door.ONE, event.length()) + event);
            assertThat(wire.receive()).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void noAnswerShowsTheInsideOfTheService() {
        for (String body : new String[] {"", "{", "{}", "[", "\u0000", "{\"data\":" + "[".repeat(2000)}) {
            for (String mediaType : new String[] {Door.ONE, Door.BATCH, Door.LINES, "text/plain"}) {
                assertThat(Door.post(mediaType, body).text())
                        .doesNotContain(
                                "Exception", "fasterxml", "java.", "io.quarkus", "dev.sillage.ingestion", "\tat ");
            }
        }
    }

    private static String head(String mediaType, int length) {
        return "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + mediaType + "\r\nContent-Length: "
                + length + "\r\n\r\n";
    }
}
