package dev.sillage.local.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that keeps everything between starts. It carries a marker, so that nothing else is ever taken for it,
 * and a lock, so that one launcher at a time uses it.
 */
public final class DataDirectory implements AutoCloseable {
    private static final String MARKER = ".sillage-data";
    private static final String LOCK = "lock";
    private static final String BINARIES = "binaries";
    private static final String RUN = "run";
    /** What --fresh leaves: our own signs, the processes of this start, and the programs, which are nobody's data. */
    private static final Set<String> KEPT = Set.of(MARKER, LOCK, RUN, BINARIES);

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Takes the directory for this launcher, and makes it when it is not there.
     *
     * @throws StartException when it holds something else, or another launcher uses it
     */
    public static DataDirectory open(Path directory) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new StartException(root + " is not a directory. Choose another with --data DIR.");
        }
        boolean ours = Files.exists(root.resolve(MARKER));
        if (!ours && Files.isDirectory(root) && !isEmpty(root)) {
            throw new StartException(root + " holds other things and was not made by Sillage (no file " + MARKER
                    + "); nothing in it was touched. Choose a new or empty directory with --data DIR.");
        }
        Files.createDirectories(root);
        if (!ours) {
            Files.writeString(
                    root.resolve(MARKER), "Data of Sillage on one machine; --fresh empties this directory.\n");
        }
        return new DataDirectory(root, lock(root));
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartException("Sillage already runs on " + root
                    + ". Stop it there (Ctrl-C), or start a second one with its own --data DIR and --port-base N.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    /** Deletes all data, in this directory only, which {@link #open} has seen to be ours. */
    public void forgetEverything() throws IOException {
        for (Path entry : entries(root)) {
            if (!KEPT.contains(entry.getFileName().toString())) {
                deleteTree(entry);
            }
        }
    }

    static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    public Path root() {
        return root;
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** The log of one part; what an earlier start wrote is moved aside, so that logs do not grow for ever. */
    Path newLog(String part) {
        Path log = logs().resolve(part + ".log");
        try {
            Files.createDirectories(logs());
            if (Files.exists(log)) {
                Files.move(log, logs().resolve(part + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartException("cannot write " + log + ": " + e.getMessage(), e);
        }
        return log;
    }

    Path run() {
        return root.resolve(RUN);
    }

    Path binaries() {
        return root.resolve(BINARIES);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        return entries(directory).isEmpty();
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    /** Gives the directory back. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
