package dev.sillage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was reported is corrected, taken back and computed again, through all three services. */
class AmendmentIT {
    private static final String LINES = "application/x-ndjson";
    private static final String OTHER_METHODOLOGY = "ecologits-2026-09";

    @TempDir
    static Path scratch;

    private static RunningMachine system;
    private static Books books;

    @BeforeAll
    static void start() throws Exception {
        system = RunningMachine.start(scratch.resolve("data"));
        books = new Books(system);
    }

    @AfterAll
    static void stop() throws Exception {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void aCorrectionAndThenARetractionMoveTheReportOnceHoweverOftenTheyCome() throws Exception {
        Instant time = minutesAgo(30);
        JsonNode before = books.awaitArrival();
        send(prompt("first", "amended", 1200, time), prompt("second", "amended", 700, time));
        awaitSums("amended", time, estimate(1200), estimate(700));

        send(correction("first-corrected", "first", "amended", 90, time));
        awaitSums("amended", time, estimate(90), estimate(700));

        send(retraction("first-retracted", "first", time));
        awaitSums("amended", time, estimate(700));

        send(
                prompt("first", "amended", 1200, time),
                correction("first-corrected", "first", "amended", 90, time),
                retraction("first-retracted", "first", time));
        JsonNode after = books.awaitArrival();
        awaitSums("amended", time, estimate(700));
        assertThat(after.path("deadLettered")).isEqualTo(before.path("deadLettered"));
    }

    @Test
    void ofWhatComesInOneRequestTheLastCounts() throws Exception {
        Instant time = minutesAgo(32);

        send(
                prompt("a", "ordered", 1200, time),
                correction("a-1", "a", "ordered", 1, time),
                correction("a-2", "a", "ordered", 2, time),
                correction("a-3", "a", "ordered", 3, time),
                prompt("b", "ordered", 1200, time),
                retraction("b-1", "b", time),
                correction("b-2", "b", "ordered", 5, time),
                prompt("c", "ordered", 1200, time),
                correction("c-1", "c", "ordered", 7, time),
                retraction("c-2", "c", time));

        awaitSums("ordered", time, estimate(3), estimate(5));
        books.awaitArrival();
        Books.assertSums(books.groupOf("ordered", time).path("figures"), List.of(estimate(3), estimate(5)));
    }

    @Test
    void aCorrectionMovesAnActivityToTheTimeAndTheLabelsThatItGives() throws Exception {
        Instant wrong = minutesAgo(34);
        Instant right = minutesAgo(36);
        send(prompt("moved", "wrong-place", 400, wrong));
        awaitSums("wrong-place", wrong, estimate(400));

        send(correction("moved-corrected", "moved", "right-place", 400, right));

        awaitSums("right-place", right, estimate(400));
        awaitSums("wrong-place", wrong);
    }

    @Test
    void aRestatedPeriodHasTheSumsOfTheMethodologyThatWasAskedFor() throws Exception {
        Instant time = Instant.now().minus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        List<String> events = new ArrayList<>();
        List<JsonNode> byDefault = new ArrayList<>();
        List<JsonNode> byTheOther = new ArrayList<>();
        for (int tokens = 100; tokens < 150; tokens++) {
            events.add(prompt("restated-" + tokens, "restated", tokens, time));
            byDefault.add(books.estimate(item(tokens, time)));
            byTheOther.add(books.estimate(
                    item(tokens, time).replaceFirst("}$", ",\"methodology\":\"" + OTHER_METHODOLOGY + "\"}")));
        }
        events.add(event("restated-mail", "email", time, "{\"bytes\":75000," + labels("restated") + "}"));
        JsonNode mail = books.estimate("{\"kind\":\"email\",\"data\":{\"bytes\":75000},\"time\":\"" + time + "\"}");
        byDefault.add(mail);
        byTheOther.add(mail);
        send(events.toArray(String[]::new));
        awaitSums("restated", time, byDefault.toArray(JsonNode[]::new));

        JsonNode done = restate(time, ",\"methodology\":\"" + OTHER_METHODOLOGY + "\"");

        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("examined").asInt()).isEqualTo(51);
        assertThat(done.path("changed").asInt()).isEqualTo(50);
        assertThat(done.path("skipped").toString()).isEqualTo("[{\"reason\":\"kind-not-computed\",\"activities\":1}]");
        awaitSums("restated", time, byTheOther.toArray(JsonNode[]::new));

        JsonNode back = restate(time, "");

        assertThat(back.path("changed").asInt()).as(back.toString()).isEqualTo(50);
        assertThat(back.path("unchanged").asInt()).isEqualTo(1);
        awaitSums("restated", time, byDefault.toArray(JsonNode[]::new));
        books.awaitArrival();
    }

    private static JsonNode restate(Instant time, String more) throws Exception {
        Api.Answer begun = system.reporting()
                .post(
                        "/v1/restatements",
                        "application/json",
                        "{\"from\":\"" + time + "\",\"to\":\"" + time.plus(1, ChronoUnit.MINUTES)
                                + "\",\"reason\":\"a test\",\"dryRun\":false" + more + "}");
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(201);
        String path = "/v1/restatements/" + begun.body().path("id").asText();
        return await().atMost(Books.LIMIT)
                .until(
                        () -> system.reporting().get(path).body(),
                        restatement -> !restatement.path("state").asText().equals("running"));
    }

    private static void awaitSums(String application, Instant time, JsonNode... each) {
        await().atMost(Books.LIMIT).untilAsserted(() -> {
            JsonNode group = books.groupOf(application, time);
            assertThat(group.path("activities").asLong()).isEqualTo(each.length);
            if (each.length > 0) {
                Books.assertSums(group.path("figures"), List.of(each));
            }
        });
    }

    private static void send(String... events) throws Exception {
        Api.Answer answer = system.ingestion().post("/v1/events", LINES, String.join("\n", events));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(events.length);
    }

    private static JsonNode estimate(int outputTokens) throws Exception {
        return books.estimate(item(outputTokens, Instant.now()));
    }

    private static String item(int outputTokens, Instant time) {
        return "{\"kind\":\"llm-inference\",\"time\":\"" + time + "\",\"data\":" + data(outputTokens) + "}";
    }

    private static String prompt(String id, String application, int outputTokens, Instant time) {
        return event(id, "llm-inference", time, data(outputTokens).replaceFirst("}$", "," + labels(application) + "}"));
    }

    private static String correction(String id, String meant, String application, int outputTokens, Instant time) {
        return event(
                id,
                "correction",
                time,
                "{\"correctedSource\":\"/amendments\",\"correctedId\":\"" + meant
                        + "\",\"correctedKind\":\"llm-inference\",\"replacement\":" + data(outputTokens) + ","
                        + labels(application) + "}");
    }

    private static String retraction(String id, String meant, Instant time) {
        return event(id, "retraction", time, "{\"retractedSource\":\"/amendments\",\"retractedId\":\"" + meant + "\"}");
    }

    private static String event(String id, String kind, Instant time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/amendments\","
                + "\"type\":\"dev.sillage.activity." + kind + ".v1\",\"time\":\"" + time + "\",\"data\":" + data + "}";
    }

    private static String data(int outputTokens) {
        return "{\"provider\":\"openai\",\"model\":\"gpt-4o\",\"inputTokens\":1200,\"outputTokens\":" + outputTokens
                + "}";
    }

    private static String labels(String application) {
        return "\"labels\":{\"application\":\"" + application + "\"}";
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
    }
}
