package dev.sillage.ingestion.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Requests whose end two readers of HTTP/1.1 could see in different places (RFC 9112 sections 6.3, 7.1 and 11.2). Each
 * holds a second request in what one of the readings takes for the body: the service must never take it for a request.
 */
@QuarkusTest
@WithTestResource(Broker.class)
class SmugglingTest {
    /** After so long without an answer the service waits for more of the body, which is its right. */
    private static final int ANSWER_MILLIS = 200;

    private static final int END_MILLIS = 10_000;

    private static final List<String> LENGTHS = List.of(
            "Content-Length: 0",
            "Content-Length: 5",
            "Content-Length: +@",
            "Content-Length: -@",
            "Content-Length: @, 0",
            "Content-Length: 0, @",
            "Content-Length: @,",
            "Content-Length: 0x@",
            "Content-Length: @.0",
            "Content-Length: @e0",
            "Content-Length: 0\u0000",
            "Content-Length: \u000b0",
            "Content-Length:",
            "Content-Length: 99999999999999999999",
            "Content-Length: 18446744073709551616",
            "Content-Length : 0",
            "Content-Length\t: 0",
            " Content-Length: 0",
            "Content-Length\u0000: 0",
            "CONTENT-LENGTH: 0",
            "Content-Length: 0\r\n 0",
            "X: y\rContent-Length: 0");

    private static final List<String> TRANSFERS = List.of(
            "Transfer-Encoding: chunked",
            "transfer-encoding: Chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity, chunked",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding:\tchunked",
            "Transfer-Encoding: chunked;q=1",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked\u000b",
            "Transfer-Encoding: \u0000chunked",
            "Transfer-Encoding:\r\n chunked",
            "Transfer-Encoding : chunked",
            " Transfer-Encoding: chunked",
            "Transfer-Encoding\u0000: chunked",
            "Transfer_Encoding: chunked",
            "X: y\nTransfer-Encoding: chunked",
            "X: y\rTransfer-Encoding: chunked",
            "Transfer-Encoding: identity",
            "Transfer-Encoding:");

    /** Sizes of a chunk of # bytes, in hexadecimal digits. */
    private static final List<String> SIZES = List.of(
            "0x#",
            "+#",
            "-#",
            " #",
            "# ",
            "#\t",
            "#;a=b",
            "#;a=\"b",
            "#;a=\n",
            "#;a\n0\r\n\r\n",
            "#;" + "a".repeat(20_000),
            "#\u0000",
            "#g",
            "g#",
            "",
            ";a",
            "0".repeat(40) + "#",
            "f".repeat(16),
            "f".repeat(8),
            "7fffffff",
            "80000000",
            "1" + "0".repeat(16) + "#",
            "#\r",
            "#,0",
            "#\r\nX: y");

    private final Neighbours neighbours = new Neighbours();
    private final String source = "urn:test:" + UUID.randomUUID();

    @AfterEach
    void nothingWasSmuggledNothingIsLostAndNothingStaysInFlight() {
        neighbours.areAllStored();
        assertThat(StoredActivities.ofSource(source + ":smuggled")).isEmpty();
        Meters.nothingStaysInFlight();
    }

    @Test
    void aSecondLengthOfTheBodyIsNeverBelieved() {
        List<String> requests = new ArrayList<>();
        for (String length : LENGTHS) {
            String body = hidden();
            String right = "Content-Length: " + body.length();
            String other = length.replace("@", Integer.toString(body.length()));
            requests.add(request(List.of(right, other), body));
            requests.add(request(List.of(other, right), body));
        }

        Cases.each("HTTP/1.1, two lengths", requests, this::knock);
    }

    @Test
    void aLengthBesideAnEncodingIsNeverAWayToHideARequest() {
        List<String> requests = new ArrayList<>();
        for (String transfer : TRANSFERS) {
            String body = "0\r\n\r\n" + hidden();
            String length = "Content-Length: " + body.length();
            requests.add(request(List.of(length, transfer), body));
            requests.add(request(List.of(transfer, length), body));
            requests.add(request(List.of(transfer, length), body).replace("HTTP/1.1", "HTTP/1.0"));
            String chunk = "%x\r\n%s\r\n0\r\n\r\n".formatted(hidden().length(), hidden());
            if (!transfer.startsWith("Transfer_")) {
                // Else it is no framing at all, and what is behind four bytes is another request.
                requests.add(request(List.of("Content-Length: 4", transfer), chunk));
            }
        }

        Cases.each("HTTP/1.1, Content-Length and Transfer-Encoding", requests, this::knock);
    }

    @Test
    void aChunkIsNeverShorterThanItsReaderThinks() {
        List<String> requests = new ArrayList<>();
        for (String size : SIZES) {
            String chunk = hidden();
            String written = size.replace("#", Integer.toHexString(chunk.length()));
            requests.add(chunked(written + "\r\n" + chunk + "\r\n0\r\n\r\n"));
            requests.add(chunked(written + "\n" + chunk + "\r\n0\r\n\r\n"));
            requests.add(chunked("1\r\n{\r\n" + written + "\r\n" + chunk + "\r\n0\r\n\r\n"));
            requests.add(chunked(written + "\r\n" + chunk + "0\r\n\r\n"));
        }
        String chunk = hidden();
        String size = Integer.toHexString(chunk.length());
        for (String end : List.of(
                "\n0\n\n",
                "XX0\r\n\r\n",
                "\r\n0\r\nContent-Length: 0\r\n\r\n",
                "\r\n0\r\nX\r\n\r\n",
                "\r\n0\r\n X: y\r\n\r\n",
                "\r\n-0\r\n\r\n")) {
            requests.add(chunked(size + "\r\n" + chunk + end));
        }

        Cases.each("HTTP/1.1, chunks", requests, this::knock);
    }

    @Test
    void linesThatEndOtherwiseAndFoldsAreNeverAWayToHideARequest() {
        List<String> requests = new ArrayList<>();
        String body = hidden();
        String good = request(List.of("Content-Length: " + body.length()), body);
        for (String end : List.of("\n", "\r", "\r\r\n", "\n\r\n", "\r\n\t", " \r\n", "\u000b\r\n", "\u0085\r\n")) {
            for (int line = 0; line < 4; line++) {
                if (end.equals("\r\n\t") && line == 2) {
                    // A fold in front of the length: by the rules there is none, and what follows is another request.
                    continue;
                }
                requests.add(replaceNth(good, "\r\n", end, line));
            }
        }
        for (String first : List.of(
                "POST /v1/events HTTP/2.0",
                "POST /v1/events HTTP/0.9",
                "POST /v1/events HTTP/1.1 HTTP/1.1",
                "POST  /v1/events HTTP/1.1",
                "POST\t/v1/events\tHTTP/1.1",
                "POST /v1/events",
                "POST /v1/events http/1.1",
                "P\u0000ST /v1/events HTTP/1.1",
                "POST http://elsewhere/v1/events HTTP/1.1",
                "GET /v1/events HTTP/1.1",
                "HEAD /q/health/live HTTP/1.1",
                "CONNECT localhost:1 HTTP/1.1",
                "PRI * HTTP/2.0",
                "\r\n\r\nPOST /v1/events HTTP/1.1",
                "POST /v1/events?\u00e9=%zz HTTP/1.1",
                "POST /v1/%2e%2e/events HTTP/1.1",
                "POST " + "/".repeat(5000) + " HTTP/1.1",
                "X".repeat(5000) + " / HTTP/1.1")) {
            requests.add(good.replaceFirst("POST /v1/events HTTP/1.1", Matcher.quoteReplacement(first)));
        }

        Cases.each("HTTP/1.1, lines", requests, this::knock);
    }

    @Test
    void whateverFramingIsMixedNothingIsSmuggled() {
        Cases.byChance("HTTP/1.1, framing by chance", 250, (random, number) -> {
            Damage damage = new Damage(random);
            String hidden = hidden();
            boolean chunks = random.nextBoolean();
            String size = random.nextInt(3) == 0 ? damage.any(SIZES) : "#";
            String body = chunks
                    ? size.replace("#", Integer.toHexString(hidden.length())) + "\r\n" + hidden + "\r\n0\r\n\r\n"
                    : hidden;
            List<String> framing = new ArrayList<>();
            framing.add("Content-Length: " + body.length());
            if (chunks) {
                framing.add(damage.any(TRANSFERS));
            }
            if (random.nextBoolean()) {
                framing.add(
                        random.nextInt(framing.size() + 1),
                        damage.any(LENGTHS).replace("@", Integer.toString(body.length())));
            }
            String request = request(framing, body);
            if (random.nextInt(4) == 0) {
                request = replaceNth(request, "\r\n", damage.any(List.of("\n", "\r\r\n", "\r\n ")), random.nextInt(4));
            }

            knock(request);
        });
    }

    /** Without it the other tests could not fail: a second request behind the first is one. */
    @Test
    void aRequestBehindARequestIsTaken() throws IOException {
        String one = neighbours.newId();
        String other = neighbours.newId();
        try (Wire wire = new Wire()) {
            wire.send(event(neighbours.event(one), "X: y")
                    + chunkedEvent(neighbours.event(other))
                    + event("{}", "Connection: close"));

            assertThat(wire.rest()).extracting(Wire.Received::status).containsExactly(202, 202, 400);
        }
        neighbours.wasAccepted(one);
        neighbours.wasAccepted(other);
    }

    /** Sends it; then a good one on the same connection, or on another when that has ended. */
    private void knock(String request) throws IOException {
        String id = neighbours.newId();
        String good = event(neighbours.event(id), "Connection: close");
        try (Wire wire = new Wire().withPatience(ANSWER_MILLIS)) {
            wire.send(request.getBytes(ISO_8859_1));
            Optional<Wire.Received> first = first(wire);
            first.ifPresent(SmugglingTest::holdsFor);
            wire.withPatience(END_MILLIS);
            if (first.isPresent() && !first.get().isLast()) {
                wire.send(good);
                List<Wire.Received> rest = wire.rest();
                rest.forEach(SmugglingTest::holdsFor);
                assertThat(rest).as("answers to one request").hasSizeLessThanOrEqualTo(1);
                if (!rest.isEmpty()) {
                    assertThat(rest.get(0).status()).as(rest.get(0).text()).isEqualTo(202);
                    neighbours.wasAccepted(id);
                    return;
                }
            } else {
                wire.endSending();
                assertThat(wire.rest()).as("answers on a connection that ends").hasSizeLessThanOrEqualTo(1);
            }
        }
        try (Wire fresh = new Wire().withPatience(END_MILLIS)) {
            fresh.send(good);
            assertThat(fresh.rest()).extracting(Wire.Received::status).containsExactly(202);
            neighbours.wasAccepted(id);
        }
    }

    /** The server refuses versions that it does not know with 501 before anything of ours is asked. */
    private static void holdsFor(Wire.Received answer) {
        if (answer.status() == 501) {
            assertThat(answer.text()).isEmpty();
        } else {
            EveryAnswer.holdsFor(answer);
        }
    }

    private static Optional<Wire.Received> first(Wire wire) throws IOException {
        try {
            return wire.next();
        } catch (SocketTimeoutException waitsForMore) {
            return Optional.empty();
        }
    }

    private String hidden() {
        return event(Events.email(source + ":smuggled", neighbours.newId()), "X: y");
    }

    private static String event(String event, String header) {
        return "POST /v1/events HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nContent-Type: " + Door.ONE
                + "\r\nContent-Length: " + event.length() + "\r\n\r\n" + event;
    }

    private static String chunkedEvent(String event) {
        return chunked("%x\r\n%s\r\n0\r\n\r\n".formatted(event.length(), event));
    }

    private static String chunked(String body) {
        return request(List.of("Transfer-Encoding: chunked"), body);
    }

    private static String request(List<String> framing, String body) {
        return "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Door.ONE + "\r\n"
                + String.join("\r\n", framing) + "\r\n\r\n" + body;
    }

    private static String replaceNth(String text, String what, String with, int number) {
        int at = text.indexOf(what);
        for (int i = 0; i < number; i++) {
            at = text.indexOf(what, at + 1);
        }
        return text.substring(0, at) + with + text.substring(at + what.length());
    }
}
