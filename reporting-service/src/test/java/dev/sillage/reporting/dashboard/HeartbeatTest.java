package dev.sillage.reporting.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeartbeatTest extends PageTest {
    @Test
    void whatArrivesLaterAppearsByItselfUnlessPaused() {
        send(activities(1, "email", "finance"));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            Locator badge = reader.page().locator("#contact");
            assertThat(badge).hasText("live");
            send(activities(1, "email", "finance"));
            assertThat(reader.tile("activities")).hasText("2", soon());

            reader.page().locator("#pause").click();
            assertThat(badge).hasText("paused");
            send(activities(1, "email", "finance"));
            reader.page().waitForTimeout(6_000);
            assertThat(reader.tile("activities")).hasText("2");

            reader.page().locator("#pause").click();
            assertThat(reader.tile("activities")).hasText("3");
        }
    }

    @Test
    void withoutContactTheFiguresStayAndSaySo() {
        send(activities(1, "email", "finance"));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            assertThat(reader.tile("activities")).hasText("1");

            reader.page().context().setOffline(true);

            assertThat(reader.page().locator("#contact"))
                    .hasText(Pattern.compile("no contact since \\d+:\\d+:\\d+"), soon());
            assertThat(reader.notice()).containsText("The server does not answer");
            assertThat(reader.tile("activities")).isVisible();

            reader.page().context().setOffline(false);
            assertThat(reader.page().locator("#contact")).hasText("live", soon());
            assertThat(reader.notice()).isEmpty();
        }
    }
}
