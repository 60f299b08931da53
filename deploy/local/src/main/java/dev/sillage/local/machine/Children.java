package dev.sillage.local.machine;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All processes that this launcher starts. Whatever ends the launcher ends them: a clean stop through {@link #close},
 * anything else through the {@link Reaper}.
 */
public final class Children implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    /** Waits for its go, which comes after its number was noted: a launcher killed in between leaves nothing. */
    private static final String GATE = "read -r go && exec \"$@\" </dev/null";

    private final ProcessRegister register;
    private final Process reaper;
    /** By name, in the order of the first start; one that starts again keeps its place. */
    private final Map<String, Child> running = new LinkedHashMap<>();

    private boolean closed;

    private Children(ProcessRegister register, Process reaper) {
        this.register = register;
        this.reaper = reaper;
    }

    /**
     * Nothing runs yet but the reaper.
     *
     * @param runDirectory where the numbers of the processes are noted
     */
    public static Children guarded(Path runDirectory) throws IOException {
        ProcessRegister register = ProcessRegister.ofThisLauncher(runDirectory);
        List<String> command = Java.command(List.of("-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add(Reaper.class.getName());
        command.add(register.file().toAbsolutePath().toString());
        Process reaper = new ProcessBuilder(OwnSession.of(command))
                .directory(new File("/"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        return new Children(register, reaper);
    }

    /** Ends what earlier launchers and their reapers left behind; returns the names of what was still running. */
    public static List<String> endLeftovers(Path runDirectory) throws IOException {
        List<String> ended = new ArrayList<>();
        for (ProcessRegister left : ProcessRegister.left(runDirectory)) {
            ended.addAll(left.endAll());
            left.forget();
        }
        return ended;
    }

    synchronized Child start(
            String name, List<String> command, Map<String, String> environment, Path log, Child.Signal politely) {
        if (closed) {
            throw new StartException("stopping: " + name + " is not started any more");
        }
        List<String> gated = new ArrayList<>(List.of("sh", "-c", GATE, "sillage-" + name));
        gated.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(OwnSession.of(gated));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = builder.start();
            ProcessIdentity.of(process.pid()).ifPresent(identity -> register.add(name, identity));
            try (OutputStream gate = process.getOutputStream()) {
                gate.write("go\n".getBytes(StandardCharsets.US_ASCII));
            }
            Child child = new Child(name, process, log, politely);
            running.put(name, child);
            return child;
        } catch (IOException e) {
            throw new StartException("cannot start " + name + ": " + e.getMessage() + " (see " + log + ")", e);
        }
    }

    /** Runs a command to its end. */
    void run(String name, List<String> command, Path log) throws InterruptedException {
        int status = start(name, command, Map.of(), log, Child.Signal.TERM).await();
        if (status != 0) {
            throw new StartException(name + " ended with status " + status + ":\n" + LogTail.of(log));
        }
    }

    /** Stops everything, the last started first, and starts nothing any more. */
    @Override
    public void close() {
        List<Child> newestFirst;
        synchronized (this) {
            closed = true;
            newestFirst = new ArrayList<>(running.values());
        }
        Collections.reverse(newestFirst);
        newestFirst.stream().filter(Child::isAlive).forEach(child -> child.stop(STOP_LIMIT));
        reaper.destroyForcibly().onExit().join();
        try {
            register.forget();
        } catch (IOException e) {
            // Only the next start reads it, and finds every process in it gone.
        }
    }

    /** Whether nothing is started any more. */
    public synchronized boolean isClosed() {
        return closed;
    }

    long reaperPid() {
        return reaper.pid();
    }
}
