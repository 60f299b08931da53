package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.Tier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What figures can be grouped and filtered by; figures of equal dimensions are one series. An absent one is empty.
 *
 * @param warnings stable codes, sorted, separated by one space
 * @param functionalUnit what the activities delivered
 * @param region of the cloud that they ran in
 * @param labels further labels that the operator made dimensions, by name; only those that are there, never changed
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
        String functionalUnit,
        String region,
        Map<String, String> labels) {

    /** What stands for values that are too many. */
    static final String OTHER = "other";

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
            "functional_unit",
            "region",
            "labels");

    private static final int COLUMNS_AT_FIRST = COLUMNS.indexOf("functional_unit");
    private static final int COLUMNS_WITH_UNITS = COLUMNS.indexOf("region");

    private static final String SERIES_LIMIT = "series-limit-reached";
    private static final String LABEL_LIMIT = "label-limit-reached:";
    private static final char SEPARATOR = '\u001f';

    /** The generated ones ask for each value through a handle: several times for each footprint, that was the dearest step. */
    @Override
    public boolean equals(@Nullable Object object) {
        if (this == object) {
            return true;
        }
        return object instanceof Dimensions other
                && tenant.equals(other.tenant)
                && kind.equals(other.kind)
                && provider.equals(other.provider)
                && model.equals(other.model)
                && zone.equals(other.zone)
                && team.equals(other.team)
                && project.equals(other.project)
                && application.equals(other.application)
                && environment.equals(other.environment)
                && methodology.equals(other.methodology)
                && factorSet.equals(other.factorSet)
                && tier == other.tier
                && warnings.equals(other.warnings)
                && functionalUnit.equals(other.functionalUnit)
                && region.equals(other.region)
                && labels.equals(other.labels);
    }

    @Override
    public int hashCode() {
        int hash = tenant.hashCode();
        hash = 31 * hash + kind.hashCode();
        hash = 31 * hash + model.hashCode();
        hash = 31 * hash + zone.hashCode();
        hash = 31 * hash + team.hashCode();
        hash = 31 * hash + project.hashCode();
        hash = 31 * hash + application.hashCode();
        hash = 31 * hash + warnings.hashCode();
        return 31 * hash + labels.hashCode();
    }

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
                functionalUnit,
                region,
                LabelText.of(labels));
    }

    /**
     * A short key of all values, as a UUID of version 8 (RFC 9562: bits of our own choice). Without region and labels it is
     * that of the time before there were any, and without a functional unit too that of the time before those.
     */
    UUID digest() {
        List<String> values = values();
        if (region.isEmpty() && labels.isEmpty()) {
            values = values.subList(0, functionalUnit.isEmpty() ? COLUMNS_AT_FIRST : COLUMNS_WITH_UNITS);
        }
        byte[] text = String.join(String.valueOf(SEPARATOR), values).getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(text));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Each of the sender's labels that is there and does not stand for many. */
    void forEachLabel(BiConsumer<String, String> action) {
        builtIn().forEach((name, value) -> {
            if (isOne(value)) {
                action.accept(name, value);
            }
        });
        labels.forEach((name, value) -> {
            if (isOne(value)) {
                action.accept(name, value);
            }
        });
    }

    /** With {@code other} as the value of these labels, and the warnings say so. */
    Dimensions withFolded(Set<String> names) {
        return folded(
                names::contains, false, names.stream().map(LABEL_LIMIT::concat).toList());
    }

    /** Without the sender's labels: a value that is there becomes {@code other}, and the warnings say so. */
    Dimensions withFoldedLabels() {
        return folded(name -> true, false, List.of(SERIES_LIMIT));
    }

    /** Without anything that a sender can choose freely. */
    Dimensions withFoldedNames() {
        return folded(name -> true, true, List.of(SERIES_LIMIT));
    }

    private Dimensions folded(Predicate<String> label, boolean names, Collection<String> codes) {
        Map<String, String> further = new TreeMap<>(labels);
        further.replaceAll((name, value) -> folded(label.test(name), value));
        return new Dimensions(
                tenant,
                kind,
                folded(names, provider),
                folded(names, model),
                folded(names, zone),
                folded(label.test("team"), team),
                folded(label.test("project"), project),
                folded(label.test("application"), application),
                folded(label.test("environment"), environment),
                methodology,
                factorSet,
                tier,
                withWarnings(codes),
                functionalUnit,
                folded(names, region),
                further);
    }

    private Map<String, String> builtIn() {
        return Map.of("team", team, "project", project, "application", application, "environment", environment);
    }

    private String withWarnings(Collection<String> more) {
        TreeSet<String> codes = new TreeSet<>(Arrays.asList(warnings.split(" ", -1)));
        codes.remove("");
        codes.addAll(more);
        return String.join(" ", codes);
    }

    private static boolean isOne(String value) {
        return !value.isEmpty() && !value.equals(OTHER);
    }

    private static String folded(boolean fold, String value) {
        return fold && !value.isEmpty() ? OTHER : value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
