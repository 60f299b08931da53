package dev.sillage.calculation.factor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of a factor set by file name. Tables of one licence stand in files of their own, so that one can be left
 * out.
 *
 * @param byName in name order, the order of the digest
 */
record FactorFiles(SortedMap<String, byte[]> byName) {

    static final String VERSION = "version";

    /** A class path cannot be listed reliably, so the built-in files are named here. */
    static final List<String> BUILT_IN = List.of(
            "ai-model-classes.csv",
            "ai-models.csv",
            "ai-providers.csv",
            "devices.csv",
            "digital-life.csv",
            "ecologits-constants.csv",
            "ecologits-mixes.csv",
            "grid-ember.csv",
            "grid-water.csv",
            "networks.csv",
            VERSION,
            "zones.csv");

    static FactorFiles builtIn() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : BUILT_IN) {
            try (InputStream in = FactorFiles.class.getResourceAsStream("/factors/" + name)) {
                if (in == null) {
                    throw new FactorException(name + ": missing in the built-in factor set");
                }
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new FactorFiles(files);
    }

    /** The version file and every {@code .csv} file of a directory, not of the directories below it. */
    static FactorFiles in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new FactorException(directory + ": expected a directory of factor files");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = path.getFileName().toString();
                if (name.endsWith(".csv") || name.equals(VERSION)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FactorFiles(files);
    }

    byte[] required(String name) {
        byte[] content = byName.get(name);
        if (content == null) {
            throw new FactorException(name + ": missing, expected beside " + byName.keySet());
        }
        return content;
    }

    /** The version file's word, and the first 12 hexadecimal digits of the SHA-256 over all files in name order. */
    String version() {
        String version = new String(required(VERSION), StandardCharsets.UTF_8).strip();
        if (!version.matches("[0-9A-Za-z][0-9A-Za-z._-]{0,39}")) {
            throw new FactorException(VERSION + " line 1: '" + version
                    + "', expected one word of up to 40 letters, digits, dots and dashes, for example 2026.1");
        }
        MessageDigest digest = sha256();
        for (Map.Entry<String, byte[]> file : byName.entrySet()) {
            digest.update(file.getValue());
        }
        return version + "+" + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
