package dev.sillage.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.activity.ActivityKind;
import dev.sillage.footprint.FootprintTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service: what only a whole process can show. */
class ServiceProcessIT {
    private static final KafkaBroker BROKER = new KafkaBroker();
    private static String address;
    private static Topics topics;

    @BeforeAll
    static void startBroker() {
        address = BROKER.start().get("kafka.bootstrap.servers");
        topics = new Topics(address);
    }

    @AfterAll
    static void stopBroker() {
        topics.close();
        BROKER.stop();
    }

    private static List<ProducerRecord<byte[], byte[]>> activities(String prefix, int count) {
        List<ProducerRecord<byte[], byte[]>> activities = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String data = "{\"provider\": \"openai\", \"model\": \"gpt-4o\", \"inputTokens\": " + (200 + i % 3000)
                    + ", \"outputTokens\": " + (10 + i % 900)
                    + ", \"labels\": {\"team\": \"team-" + i % 7 + "\", \"application\": \"chat\"}}";
            activities.add(Topics.activity(prefix + i, ActivityKind.LLM_INFERENCE, data));
        }
        return activities;
    }

    private static void awaitNoLag() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> topics.lag() == 0);
    }

    private static Set<String> footprints(String prefix) {
        return topics.now(FootprintTopic.NAME, Topics.idBegins(prefix)).stream()
                .map(Topics::key)
                .collect(Collectors.toSet());
    }

    @Test
    void killedInTheMiddleItComputesEverythingAfterTheNextStart() throws Exception {
        int count = 30_000;
        topics.publish(activities("killed-", count));

        for (int kills = 0; kills < 2; kills++) {
            try (ServiceProcess service = ServiceProcess.start(address)) {
                long before = topics.lag();
                await().atMost(Duration.ofMinutes(1)).until(() -> topics.lag() < before);
                service.kill();
            }
        }
        assertThat(topics.lag()).as("killed in the middle").isPositive();
        try (ServiceProcess service = ServiceProcess.start(address)) {
            awaitNoLag();
            assertThat(service.isAlive()).isTrue();
        }

        assertThat(footprints("killed-")).hasSize(count);
    }

    @Test
    void stoppedInTheMiddleItEndsCleanlyAndLosesNothing() throws Exception {
        int count = 30_000;
        topics.publish(activities("stopped-", count));

        try (ServiceProcess service = ServiceProcess.start(address)) {
            long before = topics.lag();
            await().atMost(Duration.ofMinutes(1)).until(() -> topics.lag() < before);
            service.terminate();
            assertThat(service.log()).doesNotContain("ERROR");
        }
        try (ServiceProcess service = ServiceProcess.start(address)) {
            awaitNoLag();
            assertThat(service.isAlive()).isTrue();
        }

        assertThat(footprints("stopped-")).hasSize(count);
    }

    @Test
    void aBadFactorRowStopsTheStartSayingWhere(@TempDir Path directory) throws Exception {
        copyBuiltInFactors(directory);
        Files.writeString(directory.resolve("networks.csv"), "no header at all\n");

        try (ServiceProcess service = ServiceProcess.start(address, "sillage.factors.directory=" + directory)) {
            assertThat(service.awaitExit()).isNotZero();
            assertThat(service.log()).contains("networks.csv line 1");
        }
    }

    private static void copyBuiltInFactors(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/factors"))) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void anUnknownMethodologyStopsTheStartNamingTheKey() throws Exception {
        try (ServiceProcess service =
                ServiceProcess.start(address, "sillage.calculation.methodology.llm-inference=guess")) {
            assertThat(service.awaitExit()).isNotZero();
            assertThat(service.log())
                    .contains("sillage.calculation.methodology.llm-inference")
                    .contains("ecologits-2026-09");
        }
    }

    /** Prints events per second and CPU per event of the service process alone. */
    @Test
    @EnabledIfSystemProperty(named = "sillage.throughput", matches = "[0-9]+", disabledReason = "a measurement")
    void throughput() throws Exception {
        int count = Integer.getInteger("sillage.throughput");
        try (ServiceProcess service = ServiceProcess.start(address)) {
            topics.publish(activities("warm-", count));
            awaitNoLag();
            Duration cpuBefore = service.cpu();
            long start = System.nanoTime();
            topics.publish(activities("measured-", count));
            awaitNoLag();
            double seconds = (System.nanoTime() - start) / 1e9;
            double microseconds = service.cpu().minus(cpuBefore).toNanos() / 1e3 / count;
            System.out.printf(
                    "%d events, publishing included: %.0f events/s, %.1f us CPU per event%n",
                    count, count / seconds, microseconds);
        }
    }
}
