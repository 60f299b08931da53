package dev.sillage.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaperTest {
    @TempDir
    private Path directory;

    @Test
    void aKilledLauncherLeavesNoProcessBehind() throws Exception {
        List<String> command = Java.command(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=error"));
        command.add(KilledLauncher.class.getName());
        command.add(directory.resolve("data").toString());
        Process launcher = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> pids;
        try (BufferedReader out = launcher.inputReader()) {
            pids = Arrays.stream(out.readLine().split(" ", -1))
                    .map(Long::valueOf)
                    .toList();
        }
        List<ProcessIdentity> started =
                pids.stream().map(pid -> ProcessIdentity.of(pid).orElseThrow()).toList();
        assertThat(started).hasSize(3);

        launcher.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(started).noneMatch(ProcessIdentity::isAlive));
        assertThat(directory.resolve("data/run")).isEmptyDirectory();
    }
}
