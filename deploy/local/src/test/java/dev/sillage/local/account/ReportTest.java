package dev.sillage.local.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a listener that answers what the test wants; the real report is asked in the end-to-end tests. */
class ReportTest {
    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private Report report;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            String answer = answers.size() > 1 ? answers.remove() : answers.element();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.isEmpty() ? 503 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        report = new Report(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void totalsAreTakenOverToTheLastDigit() throws Exception {
        answers.add("{\"groups\":[{\"key\":{\"kind\":\"email\"},\"activities\":2,\"figures\":{\"energy\":"
                + "{\"low\":1.10,\"central\":1234567890.123456789012345678,\"high\":2E-30,\"activities\":2}}}]}");

        Totals totals = report.totals(Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-24T00:00:00Z"));

        assertThat(totals.byKind().get("email").get("energy"))
                .isEqualTo(new Totals.Range(
                        new BigDecimal("1.10"),
                        new BigDecimal("1234567890.123456789012345678"),
                        new BigDecimal("2E-30")));
        assertThat(asked)
                .containsExactly("/v1/footprints?from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z"
                        + "&interval=none&groupBy=kind");
    }

    @Test
    void anAnswerWithoutACountIsNoZero() {
        answers.add("{\"accepted\":null,\"computed\":1,\"reported\":1,\"duplicates\":0,\"deadLettered\":0}");

        assertThatThrownBy(() -> report.counts())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'accepted'");
    }

    @Test
    void theWaitEndsAsSoonAsEverythingIsReported() throws Exception {
        answers.add(counts(3, 0, 0, 0, 0));
        answers.add("");
        answers.add(counts(3, 2, 1, 0, 1));
        answers.add(counts(3, 2, 1, 1, 1));

        Counts counts = new Settling(report, Duration.ofSeconds(10), line -> {}).await(Counts::isSettled);

        assertThat(counts).isEqualTo(new Counts(3, 2, 1, 1, 1));
        assertThat(asked).hasSize(4);
    }

    @Test
    void aRequestThatIsRefusedEndsTheWaitAtOnce() {
        server.removeContext("/");

        assertThatThrownBy(() -> new Settling(report, Duration.ofMinutes(5), line -> {}).await(Counts::isSettled))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered 404");
    }

    @Test
    void countsThatStandStillEndTheWaitWithTheNumbers() {
        answers.add(counts(3, 2, 2, 0, 0));

        assertThatThrownBy(() -> new Settling(report, Duration.ofMillis(500), line -> {}).await(Counts::isSettled))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stood still")
                .hasMessageContaining("accepted 3, computed 2, reported 2");
    }

    private static String counts(int accepted, int computed, int reported, int duplicates, int deadLettered) {
        return "{\"accepted\":" + accepted + ",\"computed\":" + computed + ",\"reported\":" + reported
                + ",\"duplicates\":" + duplicates + ",\"recomputed\":0,\"deadLettered\":" + deadLettered + "}";
    }
}
