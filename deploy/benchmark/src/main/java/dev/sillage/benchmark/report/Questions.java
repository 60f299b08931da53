package dev.sillage.benchmark.report;

import dev.sillage.benchmark.report.Readers.Latencies;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Asks each documented question again and again, as several readers of different tenants would at the same time, and beside
 * it what asks for nothing: an answer of the service without the database, and {@code SELECT 1} of the database without it.
 */
final class Questions {
    static final int READERS = 8;

    private static final String NOTHING = "/q/health/live";
    private static final int OK = 200;
    private static final int SHARE = 4;
    private static final int COSTED = 5;

    private final URI service;
    private final List<String> keys;
    private final List<Connection> bare;
    private final Supplier<Work> work;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Asks that service.
     *
     * @param keys one of each tenant
     * @param bare a connection of its own for each reader
     * @param work tells what was spent
     */
    Questions(URI service, List<String> keys, List<Connection> bare, Supplier<Work> work) {
        this.service = service;
        this.keys = keys;
        this.bare = List.copyOf(bare);
        this.work = work;
    }

    /** Asks all of them for some time each, so that nothing is met for the first time later. */
    void warmUp(Duration time) throws InterruptedException {
        for (Question question : Question.ALL) {
            ask(question, READERS, time);
        }
    }

    /**
     * A Markdown table with a row for each question.
     *
     * @param time for each question
     */
    List<String> ask(String title, Duration time) throws InterruptedException {
        List<String> rows = new ArrayList<>();
        rows.add("| " + title + " | asked | median ms, one reader | median ms, " + READERS + " readers | p99 ms"
                + " | CPU ms each, service + database | p99 ms of no question | p99 ms of SELECT 1 | load average |");
        rows.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (Question question : Question.ALL) {
            ask(question, READERS, time.dividedBy(SHARE));
            Latencies alone = ask(question, 1, time.dividedBy(SHARE));
            Work before = work.get();
            Latencies together = ask(question, READERS, time);
            double[] spent = work.get().millisEachSince(before, together.count());
            Latencies nothing =
                    Readers.ask(READERS, time.dividedBy(SHARE), (reader, random) -> get(NOTHING, keys.get(0)));
            Latencies one =
                    Readers.ask(READERS, time.dividedBy(SHARE), (reader, random) -> selectOne(bare.get(reader)));
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %.1f + %.1f | %.1f | %.1f | %.1f |",
                    question.name(),
                    together.count(),
                    alone.medianMillis(),
                    together.medianMillis(),
                    together.p99Millis(),
                    spent[0],
                    spent[1],
                    nothing.p99Millis(),
                    one.p99Millis(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
        return rows;
    }

    /** What each question makes the database do, by its name; the same askers every time. */
    Map<String, PlanCosts.Cost> costs(PlanCosts plans) throws Exception {
        Map<String, PlanCosts.Cost> costs = new LinkedHashMap<>();
        for (Question question : Question.ALL) {
            Random random = new Random(1);
            List<PlanCosts.Cost> each = new ArrayList<>();
            for (int i = 0; i < COSTED; i++) {
                each.add(plans.of(() -> once(question, random)));
            }
            costs.put(question.name(), PlanCosts.Cost.median(each));
        }
        return costs;
    }

    Latencies ask(Question question, int readers, Duration time) throws InterruptedException {
        return Readers.ask(readers, time, (reader, random) -> once(question, random));
    }

    private void once(Question question, Random random) throws IOException, InterruptedException {
        int tenant = random.nextInt(keys.size());
        get(question.path(tenant, random), keys.get(tenant));
    }

    private void get(String path, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + key)
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode());
        }
    }

    private static void selectOne(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            row.next();
        }
    }
}
