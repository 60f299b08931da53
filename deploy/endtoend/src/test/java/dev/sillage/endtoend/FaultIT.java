package dev.sillage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sillage.local.machine.Machine;
import dev.sillage.local.machine.Part;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of the running system are killed while events come in; the report is compared with what was acknowledged. */
class FaultIT {
    private static final long SEED = 20_261_123;

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
    void everyAcknowledgedEventIsReportedExactlyOnceWhateverIsKilled() throws Exception {
        String data = data("faults");
        Instant time = Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        PersistentSender sender = new PersistentSender(system.ingestion(), "/faults", data, time);
        Thread sending = new Thread(sender, "sender");
        sending.start();

        killEveryPartInTurn(sender);
        sender.finish();
        sending.join(Books.LIMIT.toMillis());

        long acknowledged = sender.acknowledged();
        assertThat(acknowledged).isPositive();
        JsonNode reconciliation = books.awaitBalance();
        // A killed door may not have told its last counts; but what it told is reported to the last one.
        await().atMost(Books.LIMIT).untilAsserted(() -> assertThat(hours(time))
                .isNotEmpty()
                .allMatch(hour -> hour.path("difference").asLong() <= 0)
                .anyMatch(hour -> hour.path("accepted").asLong() > 0));
        JsonNode group = books.groupOf("faults", time);
        assertThat(group.path("activities").asLong())
                .as(
                        "activities, after %d acknowledged, %d repeated requests, %s",
                        acknowledged, sender.repeated(), reconciliation)
                .isEqualTo(acknowledged);
        Books.assertSums(group.path("figures"), Collections.nCopies((int) acknowledged, estimate(data)));
    }

    @Test
    void aPoisonRecordOnTheTopicCostsOnlyItself() throws Exception {
        JsonNode before = books.awaitBalance();
        Instant time = Instant.now().minus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

        putOnTheTopic("sillage.activities", "not an activity at all \u0000 {");
        Api.Answer answer = system.ingestion()
                .post("/v1/events", "application/cloudevents+json", event("after-the-poison", data("poison"), time));

        assertThat(answer.status()).isEqualTo(202);
        await().atMost(Books.LIMIT).untilAsserted(() -> assertThat(
                        books.groupOf("poison", time).path("activities").asLong())
                .isEqualTo(1));
        JsonNode after = books.awaitBalance();
        assertThat(after.path("deadLettered").asLong())
                .isEqualTo(before.path("deadLettered").asLong() + 1);
    }

    @Test
    void theGoodEventsOfABatchGoThroughAndTheBadOnesAreAnsweredOneByOne() throws Exception {
        Instant time = Instant.now().minus(4, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        String lines = String.join(
                "\n",
                line(event("good-1", data("neighbours"), time)),
                line(event("bad-1", data("neighbours").replace("\"outputTokens\":350", "\"outputTokens\":-1"), time)),
                "{ broken",
                line(event("good-2", data("neighbours"), time)));

        Api.Answer answer = system.ingestion().post("/v1/events", "application/x-ndjson", lines);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.body().path("refused").asInt()).isEqualTo(2);
        assertThat(answer.body().path("problems").findValuesAsText("pointer")).contains("/data/outputTokens");
        await().atMost(Books.LIMIT).untilAsserted(() -> assertThat(
                        books.groupOf("neighbours", time).path("activities").asLong())
                .isEqualTo(2));
    }

    @Test
    void cumulativeMetricsAreCountedOnceAlthoughTheirOwnerIsKilledBetweenThem() throws Exception {
        Instant time = Instant.now().minus(3, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
        MeteredService metered = new MeteredService(system, "metered", time);
        metered.tell(10, 15_000, 4_000, 10);
        restart(system.parts().ingestion());
        metered.tell(20, 40_000, 9_500, 25);
        restart(system.parts().ingestion());

        metered.tell(20, 40_000, 9_500, 25);

        await().atMost(Books.LIMIT).untilAsserted(() -> assertThat(
                        books.groupOf("metered", time).path("activities").asLong())
                .isEqualTo(2));
        books.awaitBalance();
        Books.assertSums(
                books.groupOf("metered", time).path("figures"),
                List.of(estimate(totals(15_000, 4_000, 10)), estimate(totals(25_000, 5_500, 15))));
    }

    @Test
    void whatIsSetAsideCanBeSentAgainTwiceAndTheBooksStayEven() throws Exception {
        // The door takes any text for evidence; the calculation does not take one that says nothing.
        String event = "{\"specversion\":\"1.0\",\"id\":\"to-be-set-aside\",\"source\":\"/end-to-end\","
                + "\"type\":\"dev.sillage.activity.avoidance.v1\",\"time\":\"" + Instant.now() + "\","
                + "\"data\":{\"lever\":\"logistics\",\"referenceQuantity\":1000,\"solutionQuantity\":900,\"unit\":\"litre\","
                + "\"reference\":\"The year before.\",\"evidence\":\"n/a\",\"rebound\":\"None.\",\"tier\":\"3\"}}";
        assertThat(system.ingestion()
                        .post("/v1/events", "application/cloudevents+json", event)
                        .status())
                .isEqualTo(202);
        JsonNode letter = await().atMost(Books.LIMIT).until(FaultIT::setAside, found -> !found.isMissingNode());
        JsonNode before = books.awaitBalance();

        for (int i = 0; i < 2; i++) {
            Api.Answer answer = system.ingestion()
                    .post("/v1/dead-letters/" + letter.path("id").asText() + "/redrive", "application/json", "");
            assertThat(answer.body().path("redriven").asInt())
                    .as(answer.body().toString())
                    .isEqualTo(1);
        }

        await().atMost(Books.LIMIT).untilAsserted(() -> assertThat(
                        books.awaitBalance().path("deadLettered").asLong())
                .isEqualTo(before.path("deadLettered").asLong() + 2));
    }

    private static JsonNode setAside() throws Exception {
        for (JsonNode letter : system.ingestion().get("/v1/dead-letters").body().path("letters")) {
            if (letter.path("eventId").asText().equals("to-be-set-aside")) {
                return letter;
            }
        }
        return MissingNode.getInstance();
    }

    private static String totals(long input, long output, int calls) {
        return "{\"provider\":\"openai\",\"model\":\"gpt-4o\",\"inputTokens\":" + input + ",\"outputTokens\":" + output
                + ",\"requestCount\":" + calls + "}";
    }

    /** Each part twice, in a seeded order, each time with some traffic in between. */
    private static void killEveryPartInTurn(PersistentSender sender) {
        Machine parts = system.parts();
        Random random = new Random(SEED);
        List<Runnable> faults = new ArrayList<>(List.of(
                () -> restart(parts.calculation()),
                () -> restart(parts.reporting()),
                () -> restart(parts.ingestion()),
                () -> restart(parts.broker()),
                () -> {
                    parts.database().stopImmediately();
                    parts.database().start();
                },
                () -> restart(parts.calculation()),
                () -> restart(parts.reporting())));
        Collections.shuffle(faults, random);
        for (Runnable fault : faults) {
            awaitTraffic(sender, 300 + random.nextInt(700));
            fault.run();
        }
        awaitTraffic(sender, 500);
    }

    private static void restart(Part part) {
        part.kill();
        part.start();
    }

    private static void awaitTraffic(PersistentSender sender, int events) {
        long target = sender.acknowledged() + events;
        await().atMost(Books.LIMIT).until(() -> sender.acknowledged() >= target);
    }

    private static List<JsonNode> hours(Instant from) throws Exception {
        List<JsonNode> hours = new ArrayList<>();
        system.reporting()
                .get("/v1/reconciliation?from=" + from)
                .body()
                .path("hours")
                .forEach(hours::add);
        return hours;
    }

    private static JsonNode estimate(String data) throws Exception {
        return books.estimate("{\"kind\":\"llm-inference\",\"data\":" + data + "}");
    }

    private static String data(String application) {
        return "{\"provider\":\"openai\",\"model\":\"gpt-4o\",\"inputTokens\":1200,\"outputTokens\":350,\"labels\":{\"application\":\""
                + application + "\"}}";
    }

    private static String event(String id, String data, Instant time) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/end-to-end\","
                + "\"type\":\"dev.sillage.activity.llm-inference.v1\",\"time\":\"" + time + "\",\"data\":" + data + "}";
    }

    private static String line(String event) {
        return event.replace("\n", "");
    }

    private static void putOnTheTopic(String topic, String value) throws Exception {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", system.parts().broker().bootstrapServers());
        settings.put("acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8)))
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
