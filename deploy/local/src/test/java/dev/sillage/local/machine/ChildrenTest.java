package dev.sillage.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    @TempDir
    private Path directory;

    @Test
    void everythingStopsInReverseOrderOfTheFirstStart() throws Exception {
        Path said = directory.resolve("said");
        Children children = Children.guarded(directory.resolve("run"));
        Child first = startTalker(children, "first", said);
        Child second = startTalker(children, "second", said);
        awaitLine(first.log());
        awaitLine(second.log());
        second.kill();
        awaitLine(startTalker(children, "second", said).log());
        first.kill();
        awaitLine(startTalker(children, "first", said).log());

        children.close();

        assertThat(said).hasContent("second\nfirst\n");
    }

    @Test
    void nothingIsStartedAnyMoreOnceStopped() throws Exception {
        Children children = Children.guarded(directory.resolve("run"));
        children.close();

        assertThatThrownBy(() -> startSleeper(children, "late")).hasMessageContaining("late is not started any more");
    }

    @Test
    void theReaperGoesWithACleanStopAndNoRegisterStays() throws Exception {
        Children children = Children.guarded(directory.resolve("run"));
        long reaper = children.reaperPid();
        startSleeper(children, "sleeper");

        children.close();

        assertThat(ProcessIdentity.of(reaper)).isEmpty();
        assertThat(directory.resolve("run")).isEmptyDirectory();
    }

    @Test
    void theNextStartEndsWhatAKilledReaperLeft() throws Exception {
        Children children = Children.guarded(directory.resolve("run"));
        Child orphan = startSleeper(children, "orphan");
        ProcessHandle reaper = ProcessHandle.of(children.reaperPid()).orElseThrow();
        reaper.destroyForcibly();
        reaper.onExit().join();

        List<String> ended = Children.endLeftovers(directory.resolve("run"));

        assertThat(ended).containsExactly("orphan");
        // Ended it is; that its parent is told so can take a moment.
        await().atMost(Duration.ofSeconds(5)).until(() -> !orphan.isAlive());
        assertThat(directory.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsSpared() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Path run = Files.createDirectories(directory.resolve("run"));
            String realMark = ProcessIdentity.of(stranger.pid()).orElseThrow().startMark();
            Files.writeString(
                    run.resolve("launcher-1-1.processes"), stranger.pid() + " " + realMark + "9 kafka\n77777 cut of");

            List<String> ended = Children.endLeftovers(run);

            assertThat(ended).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().onExit().join();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aChildIsInASessionOfItsOwnSoThatCtrlCDoesNotReachIt() throws Exception {
        try (Children children = Children.guarded(directory.resolve("run"))) {
            Child child = startSleeper(children, "sleeper");
            // Its own session has its own number; right after the fork it is still in that of its parent.
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> sessionOf(child.pid()), Long.toString(child.pid())::equals);
        }
    }

    private static String sessionOf(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
    }

    private Child startSleeper(Children children, String name) {
        return children.start(
                name, List.of("sleep", "600"), Map.of(), directory.resolve(name + ".log"), Child.Signal.TERM);
    }

    /** Says its name when it is asked to end. */
    private Child startTalker(Children children, String name, Path said) throws Exception {
        Path log = directory.resolve(name + ".log");
        Files.deleteIfExists(log);
        String script = "trap 'echo " + name + " >> " + said + "; exit' TERM; echo ready; while :; do sleep 0.05; done";
        return children.start(name, List.of("sh", "-c", script), Map.of(), log, Child.Signal.TERM);
    }

    private static void awaitLine(Path log) {
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(log) && Files.size(log) > 0);
    }
}
