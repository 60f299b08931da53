package dev.sillage.reporting.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class AccessibilityTest extends PageTest {
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void thePageIsAccessible(ColorScheme scheme) {
        sendMailsAndACall();

        try (Reader reader = Reader.of(chromium(), "en-GB", scheme, 1280).open(address + "?filter=kind:!storage")) {
            assertThat(reader.tile("activities")).hasText("4");
            reader.page().locator("#breakdown-details summary").click();
            reader.page().locator("#trend-details summary").click();
            assertThat(reader.page().locator("#trend-table tbody tr")).not().hasCount(0);
            assertThat(reader.page().locator("#report")).hasAttribute("aria-busy", "false");

            List<Rule> violations = reader.violations();

            assertThat(violations).extracting(Rule::getId, Rule::getNodes).isEmpty();
        }
    }

    @Test
    void nothingOverflowsAPhone() {
        send(activities(1, "email", "a-team-with-a-name-without-any-space-that-is-longer-than-the-screen-of-a-phone"));

        try (Reader reader =
                Reader.of(chromium(), "en-GB", ColorScheme.LIGHT, 390).open(address + "?groupBy=team")) {
            assertThat(reader.bar("a-team")).isVisible();
            assertThat(reader.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
        }
    }
}
