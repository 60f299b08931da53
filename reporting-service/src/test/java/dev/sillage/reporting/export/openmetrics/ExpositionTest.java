package dev.sillage.reporting.export.openmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.reporting.export.Family;
import dev.sillage.reporting.export.Family.Behaviour;
import dev.sillage.reporting.export.Family.Unit;
import dev.sillage.reporting.export.Sample;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpositionTest {
    private static final Unit GRAMS = new Unit("grams", "g");

    @Property
    void anyLabelThatASenderCanChooseComesBack(@ForAll String team) {
        Scraped scraped = Scraped.of(
                Exposition.OPEN_METRICS.text(List.of(family(Behaviour.STOCK, Map.of("team", team), BigDecimal.ONE))));

        assertThat(scraped.samples("sillage_x_grams").get(0).labels()).containsEntry("team", team);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012345678901234567890.123456789, 123456789012345678901234567890.123456789",
        "0.000, 0",
        "1000, 1000",
        "1E+40, 1E+40",
        "1E-30, 1E-30",
        "1E+400, +Inf",
    })
    void aNumberIsWrittenWithAllDigitsAndOneThatNobodyCanHoldCostsOnlyItself(BigDecimal value, String written) {
        Scraped scraped =
                Scraped.of(Exposition.OPEN_METRICS.text(List.of(family(Behaviour.STOCK, Map.of("team", "a"), value))));

        assertThat(scraped.samples("sillage_x_grams").get(0).value()).isEqualTo(written);
    }

    @Test
    void theFormatOfPrometheusKnowsNeitherUnitsNorInfos() {
        String text = Exposition.PROMETHEUS.text(List.of(
                family(Behaviour.COUNTER, Map.of(), BigDecimal.ONE),
                family(Behaviour.INFO, Map.of("tier", "class"), BigDecimal.ONE)));

        assertThat(text).isEqualTo("""
                        # HELP sillage_x_grams_total Some help.
                        # TYPE sillage_x_grams_total counter
                        sillage_x_grams_total 1
                        # HELP sillage_x_grams_info Some help.
                        # TYPE sillage_x_grams_info gauge
                        sillage_x_grams_info{tier="class"} 1
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "application/openmetrics-text;version=1.0.0 | OPEN_METRICS",
                "application/openmetrics-text            | OPEN_METRICS",
                "application/openmetrics-text;version=0.0.1, text/plain;version=0.0.4 | PROMETHEUS",
                "text/plain                              | PROMETHEUS",
                "*/*                                     | PROMETHEUS",
                "application/openmetrics-text;version=2.0.0 | none",
                "text/html                               | none",
            })
    void theFirstThatIsAcceptedIsAnswered(String accepted, Exposition expected) {
        List<MediaType> types = Arrays.stream(accepted.split(", ", -1))
                .map(ExpositionTest::type)
                .toList();

        assertThat(Exposition.accepted(types)).isEqualTo(expected);
    }

    private static MediaType type(String text) {
        String[] parts = text.trim().split("[/;=]", -1);
        return parts.length == 4
                ? new MediaType(parts[0], parts[1], Map.of(parts[2], parts[3]))
                : new MediaType(parts[0], parts[1]);
    }

    private static Family family(Behaviour behaviour, Map<String, String> labels, BigDecimal value) {
        return new Family("x", GRAMS, behaviour, "Some help.", List.of(new Sample(labels, value)));
    }
}
