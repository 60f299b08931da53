package dev.sillage.calculation.model.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.Activity;
import dev.sillage.activity.Email;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.Steps;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentPropertiesTest {
    private static final SegmentMethodology METHOD = SegmentMethodology.sillage2026(FactorCatalogue.load());

    @Property
    void everyFigureIsOrderedAndCanBePublished(@ForAll("activities") Activity activity) throws Exception {
        Footprint footprint = METHOD.footprint(activity);

        assertThat(footprint.figures()).isNotEmpty();
        for (Criterion criterion : Criterion.values()) {
            Range figure = footprint.figures().get(criterion);
            if (figure == null) {
                assertThat(footprint.warnings()).contains("no-data:" + criterion.wireName());
            } else {
                Figure.rounded(figure.low(), figure.central(), figure.high());
            }
        }
    }

    @Property
    void anExplanationAddsUpToTheFootprint(@ForAll("activities") Activity activity) throws Exception {
        Explanation explanation = METHOD.explain(activity);
        Steps steps = new Steps(explanation);

        assertThat(explanation.footprint()).isEqualTo(METHOD.footprint(activity));
        var energy = steps.named("energy");
        double sum = List.of("Edev", "Enet", "Erou", "Edc").stream()
                .mapToDouble(part -> Steps.of(energy, part, Range::central))
                .sum();
        assertThat(Math.abs(energy.result().range().central() - sum)).isLessThanOrEqualTo(1e-12 * sum);
        assertThat(energy.result().range())
                .isEqualTo(explanation.footprint().figures().get(Criterion.ENERGY));
        var gases = steps.named("ghg-operational");
        assertThat(gases.result().range().high())
                .isEqualTo(Steps.of(gases, "E", Range::high) * Steps.of(gases, "CI", Range::high) * 0.001);
    }

    @Provide
    Arbitrary<Activity> activities() {
        Arbitrary<Double> seconds = Arbitraries.doubles().between(0, 1e9);
        Arbitrary<String> names = Arbitraries.of(null, "HD", "4K", "480p", "audio", "odd");
        Arbitrary<String> devices = Arbitraries.of(null, "tv", "laptop", "smartphone", "odd");
        Arbitrary<String> networks = Arbitraries.of(null, "fixed", "mobile");
        Arbitrary<String> countries = Arbitraries.of(null, "FRA", "de", "KEN", "odd");
        Arbitrary<Integer> people = Arbitraries.integers().between(1, 1_000_000);
        return Arbitraries.oneOf(
                Combinators.combine(seconds, names, devices, networks, countries, people)
                        .as(VideoStreaming::new),
                Combinators.combine(seconds, people, names, devices, networks, countries)
                        .as(VideoCall::new),
                Combinators.combine(
                                Arbitraries.longs().between(0, 1_000_000_000_000L),
                                people,
                                Arbitraries.doubles().between(0, 100),
                                Arbitraries.of(null, true, false),
                                networks,
                                countries)
                        .as((bytes, recipients, years, spam, network, country) ->
                                new Email(bytes, recipients, null, null, years, spam, null, network, country)));
    }
}
