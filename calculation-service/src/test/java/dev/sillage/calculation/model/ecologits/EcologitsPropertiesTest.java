package dev.sillage.calculation.model.ecologits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class EcologitsPropertiesTest {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    private static final Methodologies METHODS = Methodologies.of(CATALOGUE);

    @Property
    void everyFigureIsOrderedAndCanBePublished(
            @ForAll("methods") Methodology method, @ForAll("requests") Requests request) {
        Footprint footprint = footprint(method, request);

        assertThat(footprint.figures()).hasSize(7);
        footprint.figures().values().forEach(figure -> {
            assertThat(figure.low()).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(figure.central());
            assertThat(figure.central()).isLessThanOrEqualTo(figure.high());
            Figure.rounded(figure.low(), figure.central(), figure.high());
        });
    }

    @Property
    void moreOutputNeverCostsLess(
            @ForAll("methods") Methodology method,
            @ForAll("requests") Requests request,
            @ForAll @IntRange(min = 1, max = 100_000) int more) {
        Footprint less = footprint(method, request);
        Footprint most = footprint(method, request.tokens(request.input(), request.output() + more));

        less.figures().forEach((criterion, figure) -> {
            assertThat(most.figures().get(criterion).low()).isGreaterThanOrEqualTo(figure.low());
            assertThat(most.figures().get(criterion).high()).isGreaterThanOrEqualTo(figure.high());
        });
    }

    @Property
    void soManyEqualRequestsCostSoManyTimesOne(
            @ForAll("methods") Methodology method,
            @ForAll("requests") Requests request,
            @ForAll @IntRange(min = 1, max = 10_000) int count) {
        Footprint one = footprint(method, request);
        Footprint all = footprint(
                method,
                request.tokens(request.input() * count, request.output() * count)
                        .times(count));

        one.figures().forEach((criterion, figure) -> {
            close(all.figures().get(criterion).low(), figure.low() * count);
            close(all.figures().get(criterion).high(), figure.high() * count);
        });
    }

    @Property
    void aMeasuredEnergyComesBackTimesPue(
            @ForAll("methods") Methodology method,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long nanoKwh) {
        double kwh = nanoKwh / 1e9;
        Range energy = footprint(method, Requests.to("openai", "gpt-4o").measuredAs(kwh))
                .figures()
                .get(Criterion.ENERGY);

        close(energy.low() / 1.2, kwh);
        close(energy.high() / 1.2, kwh);
    }

    @Provide
    Arbitrary<Methodology> methods() {
        return Arbitraries.of("ecologits-2026-03", "ecologits-2026-09")
                .map(id -> METHODS.byId(id).orElseThrow());
    }

    @Provide
    Arbitrary<Requests> requests() {
        Arbitrary<Requests> served = Arbitraries.of(
                Requests.to("openai", "gpt-4o"),
                Requests.to("anthropic", "claude-opus-4-5"),
                Requests.to("mistral_ai", "open-mistral-7b"),
                Requests.to("nobody", "kestrel"),
                Requests.to("aws.bedrock", null));
        return Combinators.combine(
                        served,
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.of(null, "FRA", "us", "nowhere"))
                .as((request, input, output, zone) ->
                        request.tokens(input, output).in(zone));
    }

    private static Footprint footprint(Methodology method, Requests request) {
        try {
            return method.footprint(request.activity());
        } catch (NotComputableException e) {
            throw new AssertionError(e);
        }
    }

    private static void close(double actual, double expected) {
        assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(1e-12 * Math.abs(expected));
    }
}
