package dev.sillage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The senders of {@code deploy/connect}, run as they stand there. */
class ConnectIT {
    @TempDir
    static Path scratch;

    private static RunningMachine system;

    @BeforeAll
    static void start() throws Exception {
        system = RunningMachine.start(scratch.resolve("data"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (system != null) {
            system.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sh,      send.sh,   /connect/shell",
        "python3, send.py,   /connect/python",
        "node,    send.mjs,  /connect/javascript",
        "java,    Send.java, /connect/java",
    })
    void whatASenderSendsTwiceIsReportedOnce(String program, String file, String source) throws Exception {
        assumeTrue(isRequired() || isInstalled(program), program + " is not installed");
        long before = reported();

        String first = run(program, file);
        String second = run(program, file);

        assertThat(Api.JSON.readTree(first).path("accepted").asInt()).as(first).isEqualTo(2);
        assertThat(Api.JSON.readTree(second).path("accepted").asInt())
                .as(second)
                .isEqualTo(2);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(reported()).isEqualTo(before + 2);
            assertThat(isReported(source)).isTrue();
        });
    }

    private static long reported() throws IOException, InterruptedException {
        return system.reporting()
                .get("/v1/footprints?groupBy=team&filter=team:connect")
                .body()
                .path("totals")
                .path("activities")
                .asLong();
    }

    private static boolean isReported(String source) throws IOException, InterruptedException {
        return system.reporting().get("/v1/activities").body().toString().contains("\"" + source + "\"");
    }

    private static String run(String program, String file) throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, "sender", ".out");
        ProcessBuilder sender = new ProcessBuilder(
                        List.of(program, Project.file("deploy/connect/" + file).toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        sender.environment().put("SILLAGE_URL", system.parts().ingestion().url().toString());
        Process running = sender.start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static boolean isRequired() {
        return "required".equals(System.getProperty("sillage.senders"));
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
