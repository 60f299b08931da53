package dev.sillage.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The keys of a file, which is looked at again once a second: a new key works, and a revoked one ends, without a restart.
 * A file that cannot be read leaves the keys as they were. Rotation needs nothing special: a tenant can have two keys.
 */
public final class Keys {
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final KeyFile file;
    private final Consumer<String> warnings;
    private final AtomicLong looked = new AtomicLong(System.nanoTime());
    private volatile Contents contents;
    private volatile String warned = "";

    /**
     * @param version changes with the file
     */
    private record Contents(Version version, Map<String, StoredKey> keys) {}

    private record Version(Instant modified, long size, String identity) {}

    private Keys(KeyFile file, Contents contents, Consumer<String> warnings) {
        this.file = file;
        this.contents = contents;
        this.warnings = warnings;
    }

    /**
     * The keys of that file, read now.
     *
     * @param warnings is told when a later version of the file cannot be used
     * @throws KeyFileException when this one cannot
     */
    public static Keys of(Path path, Consumer<String> warnings) {
        KeyFile file = new KeyFile(path);
        try {
            Version version = version(path);
            return new Keys(file, new Contents(version, file.read()), warnings);
        } catch (IOException e) {
            throw new KeyFileException(path + " cannot be read: " + e, e);
        }
    }

    /** How many keys are valid at this moment. */
    public long countValid(Instant now) {
        return contents.keys().values().stream()
                .filter(key -> key.isValidAt(now))
                .count();
    }

    /**
     * Whom a key stands for; empty when it is none, unknown, expired or revoked. Which of these is not told, and an unknown
     * key is hashed and compared like a known one.
     */
    public Optional<Caller> find(String text, Instant now) {
        lookAgain();
        ApiKey key = ApiKey.read(text).orElse(null);
        if (key == null) {
            return Optional.empty();
        }
        byte[] hash = key.hash();
        StoredKey stored = contents.keys().get(key.prefix());
        boolean matches = stored == null ? isNobody(hash) : stored.matches(hash);
        return stored != null && matches && stored.isValidAt(now) ? Optional.of(stored.caller()) : Optional.empty();
    }

    private static boolean isNobody(byte[] hash) {
        return MessageDigest.isEqual(new byte[hash.length], hash);
    }

    private void lookAgain() {
        long now = System.nanoTime();
        long last = looked.get();
        if (now - last < LOOK_AGAIN_NANOS || !looked.compareAndSet(last, now)) {
            return;
        }
        try {
            Version version = version(file.path());
            if (!version.equals(contents.version())) {
                contents = new Contents(version, file.read());
                warned = "";
            }
        } catch (IOException | KeyFileException e) {
            // Tried again each second, because it may only be half written; said once.
            String warning = "The keys stay as they were: " + e.getMessage();
            if (!warning.equals(warned)) {
                warned = warning;
                warnings.accept(warning);
            }
        }
    }

    private static Version version(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Version(
                attributes.lastModifiedTime().toInstant(), attributes.size(), String.valueOf(attributes.fileKey()));
    }
}
