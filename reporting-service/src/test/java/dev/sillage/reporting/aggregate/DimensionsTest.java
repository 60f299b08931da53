package dev.sillage.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DimensionsTest {

    private static Dimensions delivering(String unit) {
        return of(unit, "", Map.of());
    }

    private static Dimensions of(String unit, String region, Map<String, String> labels) {
        return new Dimensions(
                "t", "email", "", "", "FRA", "a", "", "", "", "m", "f", Tier.CLASS, "w", unit, region, labels);
    }

    @Test
    void thoseThatDifferInOneOfThemAreNotTheSame() {
        List<String> texts = Collections.nCopies(16, "a");
        List<Dimensions> others = new ArrayList<>();
        for (int changed = 0; changed < texts.size(); changed++) {
            List<String> values = new ArrayList<>(texts);
            values.set(changed, "b");
            others.add(ofTexts(values));
        }

        assertThat(Set.copyOf(others)).as("all of each other").hasSize(texts.size());
        assertThat(others).doesNotContain(ofTexts(texts));
        assertThat(ofTexts(texts)).isEqualTo(ofTexts(texts)).hasSameHashCodeAs(ofTexts(texts));
    }

    private static Dimensions ofTexts(List<String> v) {
        return new Dimensions(
                v.get(0),
                v.get(1),
                v.get(2),
                v.get(3),
                v.get(4),
                v.get(5),
                v.get(6),
                v.get(7),
                v.get(8),
                v.get(9),
                v.get(10),
                v.get(11).equals("a") ? Tier.CLASS : Tier.REGISTRY,
                v.get(12),
                v.get(13),
                v.get(14),
                Map.of("customer", v.get(15)));
    }

    /** Computed by the version before there were units: stored series must be found again. */
    @Test
    void withoutAUnitTheDigestIsThatOfOldSeries() {
        assertThat(delivering("").digest()).isEqualTo(UUID.fromString("f6a4e984-f503-8895-a7f3-0e5f3e7f0106"));
    }

    /** Computed by the version before there were regions and labels. */
    @Test
    void withoutRegionAndLabelsTheDigestIsThatOfOldSeries() {
        assertThat(delivering("mail").digest()).isEqualTo(UUID.fromString("8e0c3306-3d98-8731-b2d9-306de9c13e60"));
    }

    @Test
    void aUnitARegionAndALabelEachMakeAnotherSeries() {
        assertThat(Set.of(
                        delivering("").digest(),
                        delivering("mail").digest(),
                        of("", "mail", Map.of()).digest(),
                        of("mail", "eu-west-3", Map.of()).digest(),
                        of("mail", "", Map.of("customer", "b")).digest(),
                        of("mail", "", Map.of("cost-center", "b")).digest()))
                .hasSize(6);
    }

    @Test
    void aFoldedLabelIsOtherAndSaidSoAndNothingElseIs() {
        Dimensions folded = of("mail", "eu-west-3", Map.of("customer", "b", "cost-center", "c"))
                .withFolded(Set.of("customer", "team"));

        assertThat(folded.labels()).isEqualTo(Map.of("customer", "other", "cost-center", "c"));
        assertThat(folded.team()).isEqualTo("other");
        assertThat(folded.project()).as("what is absent stays absent").isEmpty();
        assertThat(folded.region()).isEqualTo("eu-west-3");
        assertThat(folded.warnings()).isEqualTo("label-limit-reached:customer label-limit-reached:team w");
    }

    @Test
    void withoutLabelsAndNamesNothingIsLeftThatASenderChose() {
        Dimensions folded = of("mail", "eu-west-3", Map.of("customer", "b")).withFoldedNames();

        assertThat(folded.labels()).isEqualTo(Map.of("customer", "other"));
        assertThat(folded.region()).isEqualTo("other");
        assertThat(folded.zone()).isEqualTo("other");
        assertThat(folded.warnings()).isEqualTo("series-limit-reached w");
    }
}
