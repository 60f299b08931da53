package dev.sillage.local.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes that one launcher started, kept in a file of its own, so that they can be ended by somebody else when
 * the launcher cannot do it any more.
 */
final class ProcessRegister {
    private static final String SUFFIX = ".processes";
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path file;

    ProcessRegister(Path file) {
        this.file = file;
    }

    /** A register that no earlier launcher can have used. */
    static ProcessRegister ofThisLauncher(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new ProcessRegister(Files.createTempFile(
                directory, "launcher-" + ProcessHandle.current().pid() + "-", SUFFIX));
    }

    /** Registers that launchers left behind because they were killed. */
    static List<ProcessRegister> left(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().endsWith(SUFFIX))
                    .map(ProcessRegister::new)
                    .toList();
        }
    }

    Path file() {
        return file;
    }

    synchronized void add(String name, ProcessIdentity process) {
        try {
            Files.writeString(
                    file,
                    process.pid() + " " + process.startMark() + " " + name + "\n",
                    StandardOpenOption.APPEND,
                    StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note process " + name + " in " + file, e);
        }
    }

    /**
     * Ends what is still the process that was noted, the last started first: asks, waits a little, then kills.
     *
     * @return the names of the processes that were still there
     */
    List<String> endAll() throws IOException {
        List<String> ended = new ArrayList<>();
        for (String line : newestFirst()) {
            String[] parts = line.split(" ", 3);
            if (parts.length < 3) {
                continue; // the launcher was killed while it wrote this line, so the process never got its go
            }
            ProcessIdentity process = new ProcessIdentity(Long.parseLong(parts[0]), parts[1]);
            if (process.isAlive()) {
                end(process);
                ended.add(parts[2]);
            }
        }
        return ended;
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private List<String> newestFirst() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.reverse(lines);
        return lines;
    }

    private static void end(ProcessIdentity process) {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
        if (!Polling.until(GRACE, () -> !process.isAlive())) {
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
            Polling.until(GRACE, () -> !process.isAlive());
        }
    }
}
