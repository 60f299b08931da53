package dev.sillage.calculation.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactorHistoryTest {
    private final FactorCatalogue catalogue = FactorCatalogue.load();
    private final FactorHistory history = FactorHistory.of(catalogue);

    @Test
    void theFiguresOfAVersionAreTheOnesItWasPublishedWith() {
        FactorSet current = history.sets().get(history.sets().size() - 1);

        assertThat(FactorHistory.recordedDigest(current.version()))
                .as("figures changed: raise factors/version, keep the set before it in factors/history, and record "
                        + current.figuresDigest() + " in factors/history/sets.csv (before a version is published, only"
                        + " the last)")
                .contains(current.figuresDigest());
    }

    @Test
    void thePublishedSetsAreKept() {
        assertThat(history.sets()).extracting(FactorSet::version).first().isEqualTo("2026.1");
        assertThat(history.find("2026.2")).isEqualTo(history.find(catalogue.version()));
        assertThat(history.find("1999.1")).isEmpty();
        assertThat(history.find("2026.1").orElseThrow().factors("network.router.power"))
                .singleElement()
                .satisfies(factor -> assertThat(factor.central()).isEqualTo(5));
    }

    @Test
    void differencesTellWhatWasAddedAndChanged() {
        FactorDifferences differences = history.differences(
                history.find("2026.1").orElseThrow(), history.find("2026.2").orElseThrow());

        assertThat(differences.added())
                .extracting(HistoricFactor::key)
                .contains("cloud.pue", "hardware.h100.power")
                .doesNotContain("network.router.power");
        assertThat(differences.removed()).as("every key is kept").isEmpty();
        assertThat(differences.changed())
                .filteredOn(change -> "FRA".equals(change.before().zone())
                        && change.before().key().equals("grid.ghg.location"))
                .singleElement()
                .satisfies(change -> assertThat(change.ratio()).isEqualTo(1))
                .satisfies(change -> assertThat(change.after().low())
                        .isLessThan(change.before().low()));
    }

    @Test
    void noCentralFigureOfTheFirstSetHasMoved() {
        assertThat(history.differences(
                                history.find("2026.1").orElseThrow(),
                                history.find("2026.2").orElseThrow())
                        .changed())
                .allSatisfy(change -> assertThat(change.ratio()).isEqualTo(1));
    }

    @Test
    void aChangedFigureChangesTheDigestOfTheFigures() {
        TreeMap<String, byte[]> files = new TreeMap<>(FactorFiles.builtIn().byName());
        files.put("networks.csv", replaced(files.get("networks.csv"), ",0.0165,0.03,", ",0.0165,0.031,"));
        FactorHistory other = FactorHistory.of(FactorCatalogue.load(new FactorFiles(files)));

        FactorSet changed = other.find("2026.2").orElseThrow();
        assertThat(changed.figuresDigest())
                .isNotEqualTo(history.find("2026.2").orElseThrow().figuresDigest());
        assertThat(other.differences(history.find("2026.2").orElseThrow(), changed)
                        .changed())
                .singleElement()
                .satisfies(change -> assertThat(change.ratio()).isEqualTo(0.031 / 0.03));
    }

    @Test
    void aNewNoteDoesNotChangeTheDigestOfTheFigures() {
        TreeMap<String, byte[]> files = new TreeMap<>(FactorFiles.builtIn().byName());
        files.put("networks.csv", replaced(files.get("networks.csv"), "embodied only", "manufacture only"));

        assertThat(FactorHistory.of(FactorCatalogue.load(new FactorFiles(files)))
                        .find("2026.2")
                        .orElseThrow()
                        .figuresDigest())
                .isEqualTo(history.find("2026.2").orElseThrow().figuresDigest());
    }

    private static byte[] replaced(byte[] content, String what, String by) {
        String text = new String(content, StandardCharsets.UTF_8);
        assertThat(text).contains(what);
        return text.replace(what, by).getBytes(StandardCharsets.UTF_8);
    }
}
