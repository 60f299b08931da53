package dev.sillage.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @param pid its number
 * @param startMark when it began: on Linux the boot and the clock ticks since then, which no change of the clock moves;
 *     elsewhere the instant in milliseconds
 */
record ProcessIdentity(long pid, String startMark) {
    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    /** Position of starttime after the command's closing bracket; see proc_pid_stat(5), field 22. */
    private static final int START_TIME = 19;

    /** The living process of that number; empty when there is none, or only its remains. */
    static Optional<ProcessIdentity> of(long pid) {
        Optional<String> mark = Files.isReadable(BOOT) ? linuxMark(pid) : portableMark(pid);
        return mark.map(m -> new ProcessIdentity(pid, m));
    }

    boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    private static Optional<String> linuxMark(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            boolean remains = fields[0].equals("Z") || fields[0].equals("X");
            return remains
                    ? Optional.empty()
                    : Optional.of(Files.readString(BOOT).strip() + "/" + fields[START_TIME]);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<String> portableMark(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toEpochMilli)
                .map(String::valueOf);
    }
}
