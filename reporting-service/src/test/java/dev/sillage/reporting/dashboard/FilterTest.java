package dev.sillage.reporting.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilterTest extends PageTest {
    @Test
    void aClickOnABarFiltersAndBackUndoesIt() {
        sendMailsAndACall();

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            reader.bar("Video calls").click();

            assertThat(reader.tile("activities")).hasText("1");
            assertThat(reader.bars()).hasCount(1);
            assertThat(reader.chips()).containsText("Kind is Video calls");
            assertThat(reader.page()).hasURL(Pattern.compile("filter=kind%3Avideo-call"));

            reader.page().goBack();

            assertThat(reader.tile("activities")).hasText("4");
            assertThat(reader.chips()).hasCount(0);
        }
    }

    @Test
    void aChipExcludesOrGoesAway() {
        sendMailsAndACall();

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address + "?groupBy=team&filter=kind:email")) {
            assertThat(reader.bar("finance")).isVisible();

            reader.chips().getByText("Kind is E-mail").click();
            assertThat(reader.bar("design")).isVisible();
            assertThat(reader.bar("finance")).hasCount(0);

            reader.chips().locator(".remove").click();
            assertThat(reader.tile("activities")).hasText("4");
        }
    }

    @Test
    void filtersThatMatchNothingCanBeRemoved() {
        send(activities(1, "email", "finance"));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address + "?filter=team:nobody")) {
            assertThat(reader.notice()).containsText("No activity matches these filters");
            reader.notice().getByText("Remove the filters").click();
            assertThat(reader.tile("activities")).hasText("1");
        }
    }
}
