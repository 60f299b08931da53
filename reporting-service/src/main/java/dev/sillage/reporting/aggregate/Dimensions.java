package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.Tier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What figures can be grouped and filtered by; figures of equal dimensions are one series. An absent one is empty.
 *
 * @param warnings stable codes, sorted, separated by one space
 * @param functionalUnit what the activities delivered
 */
public record Dimensions(
        String tenant,
        String kind,
        String provider,
        String model,
        String zone,
        String team,
        String project,
        String application,
        String environment,
        String methodology,
        String factorSet,
        Tier tier,
        String warnings,
        String functionalUnit) {

    /** The columns of the table, in the order of {@link #values}. */
    static final List<String> COLUMNS = List.of(
            "tenant",
            "kind",
            "provider",
            "model",
            "zone",
            "team",
            "project",
            "application",
            "environment",
            "methodology",
            "factor_set",
            "tier",
            "warnings",
            "functional_unit");

    private static final String OTHER = "other";
    private static final String FOLDED_WARNING = "series-limit-reached";
    private static final char SEPARATOR = '\u001f';

    List<String> values() {
        return List.of(
                tenant,
                kind,
                provider,
                model,
                zone,
                team,
                project,
                application,
                environment,
                methodology,
                factorSet,
                tier.wireName(),
                warnings,
                functionalUnit);
    }

    /** A short key of all values, as a UUID of version 8 (RFC 9562: bits of our own choice). Without a functional
     * unit it is that of the time before there were any. */
    UUID digest() {
        List<String> values = functionalUnit.isEmpty() ? values().subList(0, COLUMNS.size() - 1) : values();
        byte[] text = String.join(String.valueOf(SEPARATOR), values).getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(text));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Without the sender's labels: a value that is there becomes {@code other}, and the warnings say so. */
    Dimensions withFoldedLabels() {
        return new Dimensions(
                tenant,
                kind,
                provider,
                model,
                zone,
                folded(team),
                folded(project),
                folded(application),
                folded(environment),
                methodology,
                factorSet,
                tier,
                withFoldedWarning(),
                functionalUnit);
    }

    /** Without anything that a sender can choose freely. */
    Dimensions withFoldedNames() {
        return new Dimensions(
                tenant,
                kind,
                folded(provider),
                folded(model),
                folded(zone),
                folded(team),
                folded(project),
                folded(application),
                folded(environment),
                methodology,
                factorSet,
                tier,
                withFoldedWarning(),
                functionalUnit);
    }

    private String withFoldedWarning() {
        TreeSet<String> codes = new TreeSet<>(Arrays.asList(warnings.split(" ", -1)));
        codes.remove("");
        codes.add(FOLDED_WARNING);
        return String.join(" ", codes);
    }

    private static String folded(String value) {
        return value.isEmpty() ? value : OTHER;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
