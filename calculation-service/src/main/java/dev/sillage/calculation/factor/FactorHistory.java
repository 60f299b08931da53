package dev.sillage.calculation.factor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All factor sets that were ever published with this service, and the one in use last. It belongs to the service and
 * not to a set, so a set from a directory is compared with the published ones too.
 */
public final class FactorHistory {
    private static final String DIRECTORY = "/factors/history/";
    private static final String SETS = "sets.csv";
    private static final List<String> SETS_HEADER = List.of("version", "published", "figures");

    private final List<FactorSet> sets;

    private FactorHistory(List<FactorSet> sets) {
        this.sets = sets;
    }

    /** The published sets before the one in use, and the one in use. */
    public static FactorHistory of(FactorCatalogue current) {
        String version = wordOf(current.version());
        List<FactorSet> sets = new ArrayList<>();
        LocalDate published = LocalDate.now(ZoneOffset.UTC);
        for (CsvRow row : rows(SETS, SETS_HEADER)) {
            LocalDate day = LocalDate.parse(row.required("published"));
            if (row.required("version").equals(version)) {
                published = day;
            } else {
                sets.add(read(row, day));
            }
        }
        sets.add(new FactorSet(
                current.version(),
                published,
                current.factors().stream().map(HistoricFactor::of).toList()));
        return new FactorHistory(List.copyOf(sets));
    }

    private static FactorSet read(CsvRow row, LocalDate published) {
        String version = row.required("version");
        FactorSet set = new FactorSet(
                version,
                published,
                rows(version + ".csv", HistoricFactor.HEADER).stream()
                        .map(HistoricFactor::of)
                        .toList());
        if (!set.figuresDigest().equals(row.required("figures"))) {
            throw row.bad("figures", set.figuresDigest() + ", the digest of " + version + ".csv");
        }
        return set;
    }

    private static List<CsvRow> rows(String file, List<String> header) {
        try (InputStream in = FactorHistory.class.getResourceAsStream(DIRECTORY + file)) {
            if (in == null) {
                throw new FactorException("history/" + file + ": missing in this version of the service");
            }
            return CsvTable.read("history/" + file, in.readAllBytes(), header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the published set of that version was recorded with, or empty when none of that version was. */
    static Optional<String> recordedDigest(String version) {
        return rows(SETS, SETS_HEADER).stream()
                .filter(row -> row.required("version").equals(wordOf(version)))
                .map(row -> row.required("figures"))
                .findFirst();
    }

    private static String wordOf(String version) {
        int plus = version.indexOf('+');
        return plus < 0 ? version : version.substring(0, plus);
    }

    /** The sets, the oldest first; the last is the one in use. */
    public List<FactorSet> sets() {
        return sets;
    }

    /** The set of that version, with or without its digest. */
    public Optional<FactorSet> find(String version) {
        return sets.stream()
                .filter(set ->
                        set.version().equals(version) || wordOf(set.version()).equals(version))
                .findFirst();
    }

    /** What differs between two of the sets. */
    public FactorDifferences differences(FactorSet from, FactorSet to) {
        return FactorDifferences.between(from, to);
    }
}
