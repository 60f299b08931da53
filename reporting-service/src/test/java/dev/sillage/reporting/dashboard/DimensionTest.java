package dev.sillage.reporting.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.reporting.label.Labelled;
import dev.sillage.reporting.platform.Footprints;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Labelled.class)
class DimensionTest extends PageTest {
    private static final String FRENCH = "fr-FR";

    @Test
    void aLabelThatTheOperatorNamedIsOfferedAndFilters() {
        send(List.of(of("4711", "eu-west-3"), of("4711", "eu-west-3"), of("4712", "eu-north-1")));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            reader.page().locator("#dimension").selectOption("Label cost-center");

            assertThat(reader.bars()).hasText(new Pattern[] {Pattern.compile("4711.*"), Pattern.compile("4712.*")});
            reader.bar("4712").click();
            assertThat(reader.chips()).containsText("Label cost-center is 4712");
            assertThat(reader.tile("activities")).hasText("1");

            reader.page().reload();
            assertThat(reader.page().locator("#dimension")).hasValue("label.cost-center");
            assertThat(reader.tile("activities")).hasText("1");
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void regionsAndLabelsHaveNamesInFrench() {
        send(List.of(of("4711", "eu-west-3"), of("4712", "eu-north-1")));

        try (Reader reader = Reader.of(chromium(), FRENCH).open(address + "?groupBy=region")) {
            assertThat(reader.page().locator("#dimension option:checked")).hasText("Région");
            assertThat(reader.bar("eu-west-3")).isVisible();
            assertThat(reader.page().locator("#dimension option").last()).hasText("Étiquette session");
        }
    }

    private static FootprintEvent of(String costCenter, String region) {
        return Footprints.inRegion(
                region, Sent.activity("compute", Map.of("team", "batch", "cost-center", costCenter)));
    }
}
