package dev.sillage.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a listener that answers what the test wants, because the real door refuses and fails only when it must. */
class ReplayTest {
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void everyEventIsSentOnceAndTheAnswersAreAdded() throws Exception {
        answer((exchange, count) -> reply(
                exchange,
                202,
                "{\"accepted\":" + (count - 1) + ",\"refused\":1,\"problems\":[{\"id\":\"e\",\"detail\":\"no\"}]}"));

        Outcome outcome = replay(Duration.ofSeconds(10)).send(lines(1_200));

        assertThat(outcome).isEqualTo(new Outcome(1_200, 1_197, 3, 0));
        assertThat(sentLines()).containsExactlyInAnyOrderElementsOf(texts(1_200));
        assertThat(said).anyMatch(line -> line.contains("refused: e : no")).anyMatch(line -> line.contains("1,200 of"));
    }

    @Test
    void aBusyDoorIsLeftAloneAsLongAsItAsksAndGetsTheSameRequestAgain() throws Exception {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        answer((exchange, count) -> {
            times.add(System.nanoTime());
            if (times.size() == 1) {
                exchange.getResponseHeaders().add("Retry-After", "1");
                reply(exchange, 503, "{}");
            } else {
                reply(exchange, 202, "{\"accepted\":" + count + ",\"refused\":0,\"problems\":[]}");
            }
        });

        Outcome outcome = replay(Duration.ofSeconds(10)).send(lines(10));

        assertThat(outcome).isEqualTo(new Outcome(10, 10, 0, 1));
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
        assertThat(Duration.ofNanos(times.get(1) - times.get(0))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aRequestWhoseAnswerIsLostIsSentAgain() throws Exception {
        answer((exchange, count) -> {
            if (bodies.size() > 1) {
                reply(exchange, 202, "{\"accepted\":" + count + ",\"refused\":0}");
            }
        });

        Outcome outcome = replay(Duration.ofSeconds(10)).send(lines(10));

        assertThat(outcome).isEqualTo(new Outcome(10, 10, 0, 1));
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
    }

    @Test
    void aRequestOfWhichNothingIsFitCountsAsRefused() throws Exception {
        answer((exchange, count) -> reply(exchange, 400, "{\"problems\":[{\"title\":\"bad\"}]}"));

        Outcome outcome = replay(Duration.ofSeconds(10)).send(lines(10));

        assertThat(outcome).isEqualTo(new Outcome(10, 0, 10, 0));
    }

    @Test
    void aDoorThatStaysClosedEndsTheReplayWithItsReason() {
        answer((exchange, count) -> reply(exchange, 503, "{}"));

        assertThatThrownBy(() -> replay(Duration.ofSeconds(1)).send(lines(10)))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("status 503");
    }

    @Test
    void aRefusedRequestEndsTheReplayAtOnce() {
        answer((exchange, count) -> reply(exchange, 413, "{\"detail\":\"too large\"}"));

        assertThatThrownBy(() -> replay(Duration.ofMinutes(5)).send(lines(10)))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("413")
                .hasMessageContaining("too large");
    }

    private interface Behaviour {
        void answer(HttpExchange exchange, int events) throws Exception;
    }

    /** An exchange that is closed without a reply is a lost answer. */
    private void answer(Behaviour behaviour) {
        server.createContext("/v1/events", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                bodies.add(body);
                behaviour.answer(exchange, (int) body.lines().count());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void reply(HttpExchange exchange, int status, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Replay replay(Duration patience) {
        URI door = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Replay(new Door(door), patience, said::add);
    }

    private List<String> sentLines() {
        return bodies.stream().flatMap(String::lines).toList();
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(n -> "{\"id\":\"" + n + "\"}").toList();
    }

    private static List<byte[]> lines(int count) {
        return texts(count).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
