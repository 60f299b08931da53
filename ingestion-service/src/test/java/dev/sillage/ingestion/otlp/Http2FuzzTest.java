package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.otlp.Frames.ACK;
import static dev.sillage.ingestion.otlp.Frames.CONTINUATION;
import static dev.sillage.ingestion.otlp.Frames.DATA;
import static dev.sillage.ingestion.otlp.Frames.END_HEADERS;
import static dev.sillage.ingestion.otlp.Frames.END_STREAM;
import static dev.sillage.ingestion.otlp.Frames.GOAWAY;
import static dev.sillage.ingestion.otlp.Frames.HAS_PRIORITY;
import static dev.sillage.ingestion.otlp.Frames.HEADERS;
import static dev.sillage.ingestion.otlp.Frames.PADDED;
import static dev.sillage.ingestion.otlp.Frames.PING;
import static dev.sillage.ingestion.otlp.Frames.PREFACE;
import static dev.sillage.ingestion.otlp.Frames.PRIORITY;
import static dev.sillage.ingestion.otlp.Frames.PUSH_PROMISE;
import static dev.sillage.ingestion.otlp.Frames.RST_STREAM;
import static dev.sillage.ingestion.otlp.Frames.SETTINGS;
import static dev.sillage.ingestion.otlp.Frames.WINDOW_UPDATE;
import static dev.sillage.ingestion.otlp.Frames.fields;
import static dev.sillage.ingestion.otlp.Frames.frame;
import static dev.sillage.ingestion.otlp.Frames.join;
import static dev.sillage.ingestion.otlp.Frames.number;
import static dev.sillage.ingestion.otlp.Frames.setting;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.Wire;
import dev.sillage.ingestion.fuzz.Cases;
import dev.sillage.ingestion.fuzz.Damage;
import dev.sillage.ingestion.fuzz.EveryAnswer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames that no library of HTTP/2 would send, at the port for gRPC, while another connection goes on. */
@QuarkusTest
@WithTestResource(Broker.class)
class Http2FuzzTest {
    /** After so long without a word the service may wait for more, as long as it ends with its sender. */
    private static final int ANSWER_MILLIS = 100;

    private static final int END_MILLIS = 10_000;
    private static final long LAST_PING = 0x6c617374_70696e67L;
    private static final byte[] MESSAGE = {0, 0, 0, 0, 0};

    private record Attack(String name, List<byte[]> frames) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Inject
    GrpcServer server;

    private final Set<String> good = new HashSet<>();
    private GrpcClient neighbour;

    @BeforeEach
    void connect() {
        neighbour = new GrpcClient(server.port());
    }

    @AfterEach
    void theNeighbourGoesOnAndNothingStaysInFlight() {
        beTaken();
        neighbour.close();
        assertThat(StoredActivities.all().stream().map(record -> StoredActivities.header(record, "ce_id")))
                .containsAll(good);
        Meters.nothingStaysInFlight();
    }

    /** Without it the other tests could not fail. */
    @Test
    void framesThatAreWellFormedAreACall() throws IOException {
        String trace = Payloads.newTraceId();
        byte[] message = GrpcClient.framed(false, Payloads.toProtobuf(Payloads.request(Payloads.chat(trace, 1))))
                .getBytes();
        try (Wire wire = new Wire(server.port())) {
            wire.send(join(List.of(
                    PREFACE,
                    frame(SETTINGS, 0, 0),
                    frame(HEADERS, END_HEADERS, 1, call()),
                    frame(DATA, END_STREAM, 1, message))));
            wire.withPatience(END_MILLIS);

            int answerBegins = -1;
            for (int[] head = head(wire); answerBegins < 0; head = head(wire)) {
                answerBegins = head[3] == HEADERS ? head[8] : -1;
            }
            assertThat(answerBegins).isEqualTo(1);
            good.add(Payloads.id(trace, 1));
            // The answer is sent when the call is durable.
            assertThat(Payloads.stored(trace, 1)).isNotNull();
        }
    }

    @Test
    void attacksThatAreKnownEndTheirConnectionOrOnlyTheirCall() {
        int[] number = {0};
        Cases.each("HTTP/2, attacks", attacks(), attack -> {
            List<byte[]> frames = new ArrayList<>(List.of(PREFACE, frame(SETTINGS, 0, 0)));
            frames.addAll(attack.frames());
            knock(join(frames));
            if (number[0]++ % 5 == 0) {
                beTaken();
            }
        });
    }

    @Test
    void whateverIsSentInsteadOfFramesTheConnectionEnds() {
        List<byte[]> openings = List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII),
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: %%%\r\n\r\n"
                        .getBytes(US_ASCII),
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nzz\r\n"
                        .getBytes(US_ASCII),
                "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n".getBytes(US_ASCII),
                "PRI * HTTP/1.1\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII),
                "X".repeat(100_000).getBytes(US_ASCII),
                new byte[100_000],
                new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3},
                join(List.of(PREFACE, PREFACE)),
                join(List.of(PREFACE, frame(DATA, 0, 1, MESSAGE))),
                join(List.of(PREFACE, frame(SETTINGS, ACK, 0))),
                join(List.of(PREFACE, frame(0xffffff, SETTINGS, 0, 0, new byte[0]))),
                PREFACE,
                new byte[0]);
        Cases.each("HTTP/2, openings", openings, this::knock);
        Cases.byChance("HTTP/2, random bytes", 100, (random, number) -> {
            byte[] noise = new byte[random.nextInt(20_000)];
            random.nextBytes(noise);
            knock(random.nextBoolean() ? noise : join(List.of(PREFACE, frame(SETTINGS, 0, 0), noise)));
        });
    }

    @Test
    void framesThatAreDamagedEndTheirConnectionOrOnlyTheirCall() {
        Cases.byChance("HTTP/2, frames by chance", 200, (random, number) -> {
            List<byte[]> frames = calls(random);
            for (int change = random.nextInt(4); change >= 0; change--) {
                damage(frames, random);
            }
            frames.add(0, PREFACE);
            knock(join(frames));
            if (number % 20 == 0) {
                beTaken();
            }
        });
    }

    /** A few calls whose frames are mixed. */
    private static List<byte[]> calls(Random random) {
        List<byte[]> frames = new ArrayList<>(List.of(frame(SETTINGS, 0, 0)));
        int last = 2 + random.nextInt(8);
        for (int stream = 1; stream < last; stream += 2) {
            byte[] message = GrpcClient.framed(
                            false,
                            Payloads.toProtobuf(
                                    Payloads.request(Payloads.chat("%032x".formatted(random.nextLong() | 1), 1))))
                    .getBytes();
            frames.add(frame(HEADERS, END_HEADERS, stream, call()));
            frames.add(frame(DATA, random.nextInt(4) == 0 ? 0 : END_STREAM, stream, message));
        }
        return frames;
    }

    private static void damage(List<byte[]> frames, Random random) {
        int at = random.nextInt(frames.size());
        byte[] frame = frames.get(at).clone();
        switch (random.nextInt(8)) {
            case 0 -> frames.remove(at);
            case 1 -> frames.add(at, frame);
            case 2 -> Collections.swap(frames, at, random.nextInt(frames.size()));
            case 3 -> frames.set(at, new Damage(random).bytes(frame));
            case 4 -> {
                // The length, type, flags or stream.
                frame[random.nextInt(Math.min(9, frame.length))] = (byte) random.nextInt(256);
                frames.set(at, frame);
            }
            case 5 -> {
                frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
                frames.set(at, frame);
            }
            case 6 -> frames.add(at, frame(RST_STREAM, 0, 1 + 2 * random.nextInt(4), number(random.nextInt(16))));
            default -> {
                byte[] payload = new byte[random.nextInt(64)];
                random.nextBytes(payload);
                frames.add(at, frame(random.nextInt(12), random.nextInt(256), random.nextInt(12), payload));
            }
        }
        if (frames.isEmpty()) {
            frames.add(frame(SETTINGS, 0, 0));
        }
    }

    private static List<Attack> attacks() {
        byte[] head = frame(HEADERS, END_HEADERS, 1, call());
        byte[] whole = frame(HEADERS, END_HEADERS | END_STREAM, 1, call());
        byte[] data = frame(DATA, END_STREAM, 1, MESSAGE);
        return List.of(
                attack("data before a call", data),
                attack("data on stream 0", frame(DATA, 0, 0, MESSAGE)),
                attack("a call on stream 0", frame(HEADERS, END_HEADERS, 0, call())),
                attack("a call on a stream of the service", frame(HEADERS, END_HEADERS, 2, call())),
                attack("streams that go back", frame(HEADERS, END_HEADERS, 9, call()), head, data),
                attack("data behind the end", head, data, data),
                attack("a call twice", whole, whole),
                attack("padding beyond the frame", head, frame(DATA, PADDED, 1, (byte) 200, (byte) 1)),
                attack("padding without its length", head, frame(DATA, PADDED, 1)),
                attack("a call that depends on itself", priority(HEADERS, 1)),
                attack("a priority on itself", frame(PRIORITY, 0, 1, join(List.of(number(1), new byte[] {1})))),
                attack("a short priority", frame(PRIORITY, 0, 1, (byte) 1)),
                attack("a short reset", head, frame(RST_STREAM, 0, 1, (byte) 1)),
                attack("a reset of nothing", frame(RST_STREAM, 0, 7, number(8))),
                attack("a reset of the connection", frame(RST_STREAM, 0, 0, number(8))),
                attack(
                        "rapid resets",
                        many(
                                3000,
                                i -> List.of(
                                        frame(HEADERS, END_HEADERS, 2 * i + 1, call()),
                                        frame(RST_STREAM, 0, 2 * i + 1, number(8))))),
                attack(
                        "more calls than allowed",
                        many(500, i -> List.of(frame(HEADERS, END_HEADERS, 2 * i + 1, call())))),
                attack(
                        "calls without data",
                        many(90, i -> List.of(frame(HEADERS, END_HEADERS | END_STREAM, 2 * i + 1, call())))),
                attack(
                        "continuations without end",
                        many(
                                2000,
                                i -> List.of(
                                        i == 0
                                                ? frame(HEADERS, 0, 1, call())
                                                : frame(CONTINUATION, 0, 1, fields("x-" + i, "y".repeat(100)))))),
                attack(
                        "empty continuations",
                        many(5000, i -> List.of(i == 0 ? frame(HEADERS, 0, 1, call()) : frame(CONTINUATION, 0, 1)))),
                attack("a continuation of nothing", frame(CONTINUATION, END_HEADERS, 1, call())),
                attack("data within a head", frame(HEADERS, 0, 1, call()), data),
                attack("many settings", many(3000, i -> List.of(frame(SETTINGS, 0, 0, setting(3, i))))),
                attack("many pings", many(20_000, i -> List.of(frame(PING, 0, 0, new byte[8])))),
                attack("much empty data", join(List.of(head)), join(many(20_000, i -> List.of(frame(DATA, 0, 1))))),
                attack("settings that are cut off", frame(SETTINGS, 0, 0, (byte) 1)),
                attack("settings on a stream", frame(SETTINGS, 0, 1)),
                attack("an acknowledgement with content", frame(SETTINGS, ACK, 0, setting(3, 1))),
                attack("a window beyond its bound", frame(SETTINGS, 0, 0, setting(4, -1))),
                attack("a frame size below its bound", frame(SETTINGS, 0, 0, setting(5, 1))),
                attack("pushes that are neither", frame(SETTINGS, 0, 0, setting(2, 7))),
                attack("a table of headers of 4 GiB", frame(SETTINGS, 0, 0, setting(1, -1)), head, data),
                attack("no room for an answer", frame(SETTINGS, 0, 0, setting(4, 0)), head, data),
                attack("an unknown setting", frame(SETTINGS, 0, 0, setting(0xffff, -1)), head, data),
                attack("windows that overflow", many(3, i -> List.of(frame(WINDOW_UPDATE, 0, 0, number(0x7fffffff))))),
                attack("a window that grows by nothing", frame(WINDOW_UPDATE, 0, 0, number(0))),
                attack("a window of no call", frame(WINDOW_UPDATE, 0, 99, number(1))),
                attack("a push of a client", frame(PUSH_PROMISE, END_HEADERS, 1, join(List.of(number(2), call())))),
                attack("a short ping", frame(PING, 0, 0, (byte) 1)),
                attack("a ping on a stream", frame(PING, 0, 1, new byte[8])),
                attack("a farewell and a call", frame(GOAWAY, 0, 0, new byte[8]), head, data),
                attack("a farewell with a long text", frame(GOAWAY, 0, 0, new byte[10_000])),
                attack("a farewell that is cut off", frame(GOAWAY, 0, 0, new byte[3])),
                attack("a frame of an unknown type", frame(0xee, 0xff, 0x7fffffff, new byte[100])),
                attack("a frame beyond its bound", frame(DATA, 0, 1, new byte[20_000])),
                attack("a frame that lies about its length", head, frame(16_000, DATA, END_STREAM, 1, MESSAGE)),
                attack("a frame of 16 MiB", head, frame(0xffffff, DATA, 0, 1, MESSAGE)),
                attack("an index beyond the table", frame(HEADERS, END_HEADERS, 1, (byte) 0xff, (byte) 0xff, (byte)
                        0x7f)),
                attack("an index of nothing", frame(HEADERS, END_HEADERS, 1, (byte) 0x80)),
                attack(
                        "a table that grows too much",
                        frame(HEADERS, END_HEADERS, 1, (byte) 0x3f, (byte) 0xff, (byte) 0xff, (byte) 0x7f)),
                attack("a number without end", frame(HEADERS, END_HEADERS, 1, ones(100))),
                attack(
                        "a text beyond its block",
                        frame(HEADERS, END_HEADERS, 1, (byte) 0, (byte) 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0x03)),
                attack(
                        "broken Huffman",
                        frame(
                                HEADERS,
                                END_HEADERS,
                                1,
                                (byte) 0,
                                (byte) 0x84,
                                (byte) 0xff,
                                (byte) 0xff,
                                (byte) 0xff,
                                (byte) 0xff)),
                attack("references that unfold", references()),
                attack("a head of 17 KiB", headOf("x", "y".repeat(15_000), "z", "y".repeat(2000))),
                attack("an empty head", frame(HEADERS, END_HEADERS | END_STREAM, 1)),
                attack("a name in capitals", headOf("X-UPPER", "y")),
                attack("an empty name", headOf("", "y")),
                attack("a name with a line end", headOf("x\r\ny", "z")),
                attack("a value with a line end", headOf("x", "a\r\nTransfer-Encoding: chunked")),
                attack("a value with a zero", headOf("x", "\u0000")),
                attack("what only HTTP/1 has", headOf("connection", "close", "transfer-encoding", "chunked")),
                attack("two hosts", headOf("host", "elsewhere")),
                attack(
                        "two paths",
                        frame(
                                HEADERS,
                                END_HEADERS,
                                1,
                                fields(
                                        ":method",
                                        "POST",
                                        ":path",
                                        "/a",
                                        ":path",
                                        GrpcClient.TRACES,
                                        ":scheme",
                                        "http")),
                        data),
                attack("no path", frame(HEADERS, END_HEADERS, 1, fields(":method", "POST", ":scheme", "http")), data),
                attack("no method", frame(HEADERS, END_HEADERS, 1, fields(":path", "/", ":scheme", "http")), data),
                attack("a pseudo header of an answer", headOf(":status", "200")),
                attack("a pseudo header that is none", headOf(":evil", "1")),
                attack("a pseudo header behind others", headOf(":path", "/")),
                attack(
                        "a method with a space",
                        frame(
                                HEADERS,
                                END_HEADERS,
                                1,
                                fields(":method", "GET / HTTP/1.1\r\nX: y", ":path", "/", ":scheme", "http")),
                        data),
                attack(
                        "a path with spaces",
                        frame(
                                HEADERS,
                                END_HEADERS,
                                1,
                                fields(":method", "POST", ":path", "/a b\r\n", ":scheme", "http")),
                        data),
                attack(
                        "a tunnel",
                        frame(HEADERS, END_HEADERS, 1, fields(":method", "CONNECT", ":authority", "localhost:1")),
                        data),
                attack("a length that is too small", headOf("content-length", "1"), data),
                attack("a length that is too large", headOf("content-length", "100"), data),
                attack("a length that is none", headOf("content-length", "-1"), data),
                attack("two lengths", headOf("content-length", "5", "content-length", "6"), data),
                attack(
                        "heads behind the data",
                        head,
                        frame(DATA, 0, 1, MESSAGE),
                        frame(HEADERS, END_HEADERS, 1, call())),
                attack(
                        "trailers with a pseudo header",
                        head,
                        frame(DATA, 0, 1, MESSAGE),
                        frame(HEADERS, END_HEADERS | END_STREAM, 1, fields(":path", "/"))),
                attack("a body that stops", head, frame(DATA, 0, 1, new byte[10_000])),
                attack(
                        "bodies that stop",
                        many(
                                90,
                                i -> List.of(
                                        frame(HEADERS, END_HEADERS, 2 * i + 1, call()),
                                        frame(DATA, 0, 2 * i + 1, new byte[500])))));
    }

    private static Attack attack(String name, byte[]... frames) {
        return new Attack(name, List.of(frames));
    }

    private static Attack attack(String name, List<byte[]> frames) {
        return new Attack(name, frames);
    }

    private interface Each {
        List<byte[]> frames(int number);
    }

    private static List<byte[]> many(int count, Each each) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.addAll(each.frames(i));
        }
        return frames;
    }

    private static byte[] call() {
        return fields(callWith());
    }

    private static String[] callWith(String... more) {
        List<String> all = new ArrayList<>(List.of(
                ":method", "POST",
                ":scheme", "http",
                ":path", GrpcClient.TRACES,
                ":authority", "localhost",
                "content-type", "application/grpc",
                "te", "trailers"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static byte[] headOf(String... more) {
        return frame(HEADERS, END_HEADERS, 1, fields(callWith(more)));
    }

    private static byte[] priority(int type, int on) {
        return frame(type, END_HEADERS | HAS_PRIORITY, 1, join(List.of(number(on), new byte[] {1}, call())));
    }

    private static byte[] ones(int count) {
        byte[] ones = new byte[count];
        Arrays.fill(ones, (byte) 0xff);
        return ones;
    }

    /** One long field in the table of headers, and thousands of references to it. */
    private static List<byte[]> references() {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.writeBytes(call());
        byte[] literal = fields("x", "y".repeat(3500));
        literal[0] = 0x40;
        first.writeBytes(literal);
        for (int i = 0; i < 12_000; i++) {
            first.write(0x80 | 62);
        }
        return List.of(frame(HEADERS, END_HEADERS | END_STREAM, 1, first.toByteArray()));
    }

    /** Sends it all and a ping: whatever comes back, it comes to an end. */
    private void knock(byte[] bytes) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (Wire wire = new Wire(server.port()).withPatience(ANSWER_MILLIS)) {
            wire.send(bytes);
            wire.send(
                    frame(PING, 0, 0, ByteBuffer.allocate(8).putLong(LAST_PING).array()));
            try {
                long last = 0;
                for (int next = wire.read(); next >= 0 && last != LAST_PING; next = wire.read()) {
                    heard.write(next);
                    last = (last << 8) | next;
                }
            } catch (SocketTimeoutException waitsForMore) {
                // As it may, as long as somebody is there.
            }
            wire.endSending();
            wire.withPatience(END_MILLIS);
            for (int next = wire.read(); next >= 0; next = wire.read()) {
                heard.write(next);
            }
        }
        EveryAnswer.tellsNothingOfUs(heard.toString(ISO_8859_1));
    }

    /** The next head of a frame, whose payload is passed over. */
    private static int[] head(Wire wire) throws IOException {
        int[] head = new int[9];
        for (int i = 0; i < head.length; i++) {
            head[i] = wire.read();
        }
        int length = (head[0] << 16) | (head[1] << 8) | head[2];
        for (int i = 0; i < length; i++) {
            assertThat(wire.read()).isNotNegative();
        }
        return head;
    }

    private void beTaken() {
        String trace = Payloads.newTraceId();
        assertThat(neighbour
                        .traces(Payloads.toProtobuf(Payloads.request(Payloads.chat(trace, 1))))
                        .status())
                .isZero();
        good.add(Payloads.id(trace, 1));
    }
}
