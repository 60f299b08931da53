package dev.sillage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a newcomer to type, typed as it stands there; only the ports are others. */
class ReadmeIT {
    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n((?:curl|access/keys) .*?)```", Pattern.DOTALL);

    @TempDir
    static Path scratch;

    private static RunningMachine system;
    private static List<String> commands;

    @BeforeAll
    static void start() throws Exception {
        String readme = Files.readString(Project.file("README.md"));
        commands = SHELL_BLOCK
                .matcher(readme)
                .results()
                .map(match -> match.group(1))
                .toList();
        system = RunningMachine.start(scratch.resolve("data"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void theFirstOwnEventIsAcceptedAndSeenOnceHoweverOftenItIsSent() throws Exception {
        String send = command("a first event", "my-first-1");
        String see = command("seeing it", "/v1/footprints");

        assertThat(run(send)).contains("202");
        assertThat(run(send)).contains("202");

        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> assertThat(Api.JSON
                        .readTree(run(see))
                        .path("totals")
                        .path("activities")
                        .asLong())
                .isEqualTo(1));
    }

    @Test
    void anEstimateShowsItsSteps() throws Exception {
        String answer = run(command("an estimate", "/v1/estimates"));

        assertThat(Api.JSON.readTree(answer).path("trace").size()).isGreaterThan(5);
    }

    @Test
    void aMistakeIsAnsweredWithWhereItIs() throws Exception {
        String answer = run(command("a mistake", "not even JSON"));

        assertThat(Api.JSON.readTree(answer).path("problems").findValuesAsText("index"))
                .contains("0", "1");
    }

    @Test
    void aServiceWithKeysTakesOnlyWhoHasOne() throws Exception {
        int port = FreePorts.base();
        String start = command("letting others in", "access/keys create")
                .replace("keys.csv", scratch.resolve("keys.csv").toString())
                .replace("0.0.0.0", "127.0.0.1")
                .replace("QUARKUS_HTTP_PORT=8090", "QUARKUS_HTTP_PORT=" + port);
        Path printed = scratch.resolve("keys.out");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", start)
                .directory(Project.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        shell.environment()
                .put("KAFKA_BOOTSTRAP_SERVERS", system.parts().broker().bootstrapServers());
        // The README leaves the port for gRPC at its default, which another program may have.
        shell.environment().put("SILLAGE_INGESTION_GRPC_PORT", String.valueOf(port + 1));
        Process running = shell.start();
        try {
            Api service = new Api(URI.create("http://127.0.0.1:" + port));
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> service.get("/q/health/ready").status() == 200);
            String key = Files.readAllLines(printed).get(0);

            assertThat(key).startsWith("sil_");
            assertThat(service.post("/v1/logs", "application/json", "{}").status())
                    .isEqualTo(401);
            assertThat(service.withKey(key)
                            .post("/v1/logs", "application/json", "{}")
                            .status())
                    .isEqualTo(200);
        } finally {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
            running.waitFor();
        }
    }

    private static String command(String purpose, String mark) {
        return commands.stream()
                .filter(command -> command.contains(mark))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the README has no command for " + purpose));
    }

    private static String run(String command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, "curl", ".out");
        Process shell = new ProcessBuilder("bash", "-c", withOurPorts(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static String withOurPorts(String command) {
        return command.replace(
                        "localhost:8080", authority(system.parts().ingestion().url()))
                .replace(
                        "localhost:8081", authority(system.parts().calculation().url()))
                .replace("localhost:8082", authority(system.parts().reporting().url()));
    }

    private static String authority(URI url) {
        return url.getAuthority();
    }
}
