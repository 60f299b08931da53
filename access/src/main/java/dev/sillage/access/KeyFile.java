package dev.sillage.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The file of the keys: a head line, one line for each, lines that start with {@code #} for people. It is always whole:
 * changed by putting a new file in its place.
 *
 * @param path where it is
 */
record KeyFile(Path path) {
    /**
     * The keys by prefix, in the order of the file.
     *
     * @throws KeyFileException when it cannot be read, with file, line and column
     */
    Map<String, StoredKey> read() {
        List<String> lines;
        try {
            lines = Files.readAllLines(path);
        } catch (IOException e) {
            throw new KeyFileException(path + " cannot be read: " + e, e);
        }
        Map<String, StoredKey> keys = new LinkedHashMap<>();
        boolean isHeadRead = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                if (!isHeadRead) {
                    requireHead(line);
                    isHeadRead = true;
                    continue;
                }
                StoredKey key = KeyLine.read(line);
                if (keys.put(key.prefix(), key) != null) {
                    throw new IllegalArgumentException("the prefix " + key.prefix() + " occurs twice");
                }
            } catch (IllegalArgumentException e) {
                throw new KeyFileException(path + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return keys;
    }

    /**
     * Puts other keys in place of those in the file, which need not exist yet. Only its owner can read it; changes made by
     * two at once do not cost each other.
     *
     * @throws KeyFileException when the file is not well-formed; it stays as it is then
     */
    void change(UnaryOperator<List<StoredKey>> change) throws IOException {
        Path lockFile = path.resolveSibling(path.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            List<StoredKey> keys = Files.exists(path) ? new ArrayList<>(read().values()) : new ArrayList<>();
            List<String> lines = new ArrayList<>(List.of(KeyLine.HEAD));
            change.apply(keys).forEach(key -> lines.add(KeyLine.write(key)));
            Path next = path.resolveSibling(path.getFileName() + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, lines);
            move(next);
            lock.release();
        }
    }

    private void move(Path next) throws IOException {
        try {
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void requireHead(String line) {
        if (!line.equals(KeyLine.HEAD)) {
            throw new IllegalArgumentException("the first line must be " + KeyLine.HEAD);
        }
    }
}
