package dev.sillage.benchmark.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks each documented question again and again, as several readers of different tenants would at the same time. */
final class Questions {
    private static final int READERS = 8;
    private static final double P99 = 0.99;
    private static final int OK = 200;

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("day by minute", "/v1/footprints?from=2026-03-DD&to=2026-03-DD+1&interval=minute");
        ALL.put("month by hour", "/v1/footprints?from=2026-03-01&to=2026-04-01&interval=hour");
        ALL.put("year by day, by team", "/v1/footprints?from=2025-11-01&to=2026-11-01&interval=day&groupBy=team");
        ALL.put(
                "year by month, 3 dimensions",
                "/v1/footprints?from=2025-11-01&to=2026-11-01&interval=month&groupBy=team,model,zone");
        ALL.put(
                "Paris days, compared",
                "/v1/footprints?from=2026-03-01&to=2026-04-01&interval=day&timeZone=Europe/Paris&compareTo=previousPeriod");
        ALL.put("as of", "/v1/footprints?from=2025-11-01&to=2026-11-01&interval=month&asOf=2026-06-30");
        ALL.put("filtered", "/v1/footprints?from=2025-11-01&to=2026-11-01&interval=day&filter=model:model-DM");
        ALL.put("top", "/v1/footprints/top?from=2025-11-01&to=2026-11-01&groupBy=model&criterion=energy");
        ALL.put("intensity per activity", "/v1/intensity?from=2025-11-01&to=2026-11-01");
        ALL.put("sources", "/v1/sources?from=2026-03-DD&to=2026-03-DD+1");
        ALL.put("activities", "/v1/activities?limit=20");
        ALL.put("activities of a model", "/v1/activities?limit=20&model=model-DM");
        ALL.put("dimensions", "/v1/dimensions");
        ALL.put("reconciliation", "/v1/reconciliation");
    }

    private final URI service;
    private final List<String> keys;
    private final HttpClient http = HttpClient.newHttpClient();

    Questions(URI service, List<String> keys) {
        this.service = service;
        this.keys = keys;
    }

    /**
     * A row of a Markdown table for each question.
     *
     * @param time for each question
     */
    List<String> ask(Duration time) throws InterruptedException {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, String> question : ALL.entrySet()) {
            ask(question.getValue(), time.dividedBy(4));
            long[] nanos = ask(question.getValue(), time);
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f |",
                    question.getKey(),
                    nanos.length,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) Math.min(nanos.length - 1, (long) (nanos.length * P99))] / 1e6));
        }
        return rows;
    }

    private long[] ask(String question, Duration time) throws InterruptedException {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Callable<long[]>> tasks = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                Random random = new Random(reader);
                tasks.add(() -> {
                    List<Long> nanos = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        nanos.add(once(question, random));
                    }
                    return nanos.stream().mapToLong(Long::longValue).toArray();
                });
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> task : readers.invokeAll(tasks)) {
                all.add(task.get());
            }
            long[] sorted = all.stream().flatMapToLong(Arrays::stream).toArray();
            Arrays.sort(sorted);
            return sorted;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A reader failed", e);
        } finally {
            readers.shutdownNow();
        }
    }

    private long once(String question, Random random) throws IOException, InterruptedException {
        int day = 1 + random.nextInt(27);
        String path = question.replace("DD+1", String.format("%02d", day + 1))
                .replace("DD", String.format("%02d", day))
                .replace("DM", String.valueOf(random.nextInt(5)));
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + keys.get(random.nextInt(keys.size())))
                .build();
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        long nanos = System.nanoTime() - start;
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return nanos;
    }
}
