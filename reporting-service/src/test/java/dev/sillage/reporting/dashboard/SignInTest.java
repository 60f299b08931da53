package dev.sillage.reporting.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.sillage.reporting.access.KeyProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(KeyProfile.class)
class SignInTest extends PageTest {

    @Test
    void whoOpensThePageSignsInSeesTheFiguresAndSignsOut() {
        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            assertThat(reader.page()).hasURL(Pattern.compile("/sign-in$"));

            reader.page().getByLabel("Key or token").fill(KeyProfile.key("acme-read"));
            reader.page().keyboard().press("Enter");

            assertThat(reader.page().locator(".notice.empty")).isVisible();

            reader.page().locator("form[action='/sign-out'] button").click();

            assertThat(reader.page()).hasURL(Pattern.compile("/sign-in$"));
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void aCredentialThatIsRefusedIsToldInTheReadersLanguage() {
        try (Reader reader = Reader.of(chromium(), "fr-FR").open(address + "sign-in")) {
            reader.page().getByLabel("Clé ou jeton").fill("nonsense");
            reader.page().keyboard().press("Enter");

            assertThat(reader.page().getByRole(AriaRole.ALERT)).containsText("inconnu, expiré ou révoqué");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theFormIsAccessible(ColorScheme scheme) {
        try (Reader reader = Reader.of(chromium(), "en-GB", scheme, 1280).open(address + "sign-in")) {
            reader.page().screenshot(new ScreenshotOptions().setPath(Path.of("target/sign-in-" + scheme + ".png")));

            assertThat(reader.violations())
                    .extracting(Rule::getId, Rule::getNodes)
                    .isEmpty();
        }
    }
}
