package dev.sillage.reporting.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FiguresTest extends PageTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Test
    void whatIsOnTheTopicIsOnTheTilesTheBarsAndTheTables() {
        sendMailsAndACall();

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            assertThat(reader.tile("ghg")).hasText("4.00 kg CO₂e");
            assertThat(reader.tile("energy")).hasText("8.00 kWh");
            assertThat(reader.page().locator("#tile-energy .bounds")).hasText("4.00 – 16.0 kWh");
            assertThat(reader.tile("activities")).hasText("4");
            assertThat(reader.bars()).containsText(new String[] {"E-mail", "Video calls"});
            assertThat(reader.bar("E-mail")).containsText("3.00 kg CO₂e");
            assertThat(reader.page().locator("#trend svg path").first()).isAttached();

            reader.page().locator("#breakdown-details summary").click();
            reader.page().locator("#trend-details summary").click();

            assertThat(reader.page().locator("#breakdown-table tbody tr").first())
                    .hasText(Pattern.compile("E-mail\\s*3\\s*1.50\\s*3.00\\s*6.00\\s*75%"));
            assertThat(reader.page().locator("#trend-table tbody tr").last()).containsText("4.00");
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void anUnknownCriterionIsNoDataAndNotZero() {
        send(activities(1, "email", "finance"));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address + "?criterion=adpe")) {
            assertThat(reader.page().locator("#tile-water .bounds")).hasText("no data");
            assertThat(reader.page().locator("#breakdown-note")).containsText("No activity here has data");
            assertThat(reader.bars()).hasCount(0);
        }
    }

    @Test
    void aLabelThatLooksLikeMarkupStaysText() {
        send(activities(1, "email", HOSTILE));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address + "?groupBy=team")) {
            reader.bar(HOSTILE).click();
            reader.page().locator("#breakdown-details summary").click();

            assertThat(reader.chips()).containsText("Team is " + HOSTILE);
            assertThat(reader.page().locator("#breakdown-table")).containsText(HOSTILE);
            assertThat(reader.page().locator("main img")).hasCount(0);
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void thePageSpeaksFrenchToAFrenchBrowser() {
        send(activities(1, "email", "finance"));

        try (Reader reader = Reader.of(chromium(), "fr-FR").open(address)) {
            assertThat(reader.page().locator("h1")).hasText("Combien, et pour quoi ?");
            assertThat(reader.tile("energy")).hasText("2,00 kWh");
            assertThat(reader.bar("Courriels")).isVisible();

            reader.page().locator(".languages a[hreflang=en]").click();
            assertThat(reader.page().locator("h1")).hasText("How much, of what?");
        }
    }
}
