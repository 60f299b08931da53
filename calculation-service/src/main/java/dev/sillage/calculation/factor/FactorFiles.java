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

    /** Where the tables under the Open Database License stand; a set may leave all or some of them out. */
    static final String SHARE_ALIKE = "odbl/";

    /** A class path cannot be listed reliably, so the built-in files are named here. */
    static final List<String> BUILT_IN = List.of(
            "ademe.csv",
            "ai-extensions.csv",
            "ai-model-classes.csv",
            "ai-models.csv",
            "ai-providers.csv",
            "avoided.csv",
            "ccf.csv",
            "cloud-factors.csv",
            "cloud-regions.csv",
            "compute.csv",
            "devices.csv",
            "digital-life.csv",
            "ecologits-constants.csv",
            "ecologits-mixes.csv",
            "ecologits-video.csv",
            "image-video.csv",
            "training.csv",
            "equivalences.csv",
            "grid-ember.csv",
            "grid-gaps.csv",
            "grid-marginal.csv",
            "grid-metals.csv",
            "grid-water.csv",
            "hardware.csv",
            "names.csv",
            "networks.csv",
            "odbl/accelerators.csv",
            "odbl/cloud-factors.csv",
            "odbl/cloud-regions.csv",
            "odbl/grid-electricity-maps.csv",
            "odbl/grid-gaps.csv",
            "odbl/grid-ranges.csv",
            "odbl/zones-electricity-maps.csv",
            "published-figures.csv",
            "reference-totals.csv",
            "servers.csv",
            "social.csv",
            "storage.csv",
            "swd.csv",
            "training-runs.csv",
            VERSION,
            "video-models.csv",
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

    /** The version file and every {@code .csv} file of a directory and of its {@code odbl}, if it has one. */
    static FactorFiles in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new FactorException(directory + ": expected a directory of factor files");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        read(directory, "", files);
        Path shareAlike = directory.resolve(SHARE_ALIKE);
        if (Files.isDirectory(shareAlike)) {
            read(shareAlike, SHARE_ALIKE, files);
        }
        return new FactorFiles(files);
    }

    private static void read(Path directory, String prefix, SortedMap<String, byte[]> files) {
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = path.getFileName().toString();
                if (name.endsWith(".csv") || (name.equals(VERSION) && prefix.isEmpty())) {
                    files.put(prefix + name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table that every set has. */
    List<CsvRow> rows(String name, List<String> header) {
        return CsvTable.read(name, required(name), header);
    }

    /** The rows of a table that a set may leave out: then there are none. */
    List<CsvRow> rowsIfAny(String name, List<String> header) {
        return byName.containsKey(name) ? rows(name, header) : List.of();
    }

    byte[] required(String name) {
        byte[] content = byName.get(name);
        if (content == null) {
            throw new FactorException(name + ": missing, expected beside " + byName.keySet());
        }
        return content;
    }

    /** The version file's word, and the first 12 hexadecimal digits of the SHA-256 over the names and bytes of all files in name order. */
    String version() {
        String version = new String(required(VERSION), StandardCharsets.UTF_8).strip();
        if (!version.matches("[0-9A-Za-z][0-9A-Za-z._-]{0,39}")) {
            throw new FactorException(VERSION + " line 1: '" + version
                    + "', expected one word of up to 40 letters, digits, dots and dashes, for example 2026.1");
        }
        MessageDigest digest = sha256();
        for (Map.Entry<String, byte[]> file : byName.entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update(file.getValue());
        }
        return version + "+" + firstDigits(digest);
    }

    /** The first 12 hexadecimal digits of the SHA-256 over a text. */
    static String digestOf(String text) {
        MessageDigest digest = sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return firstDigits(digest);
    }

    private static String firstDigits(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
