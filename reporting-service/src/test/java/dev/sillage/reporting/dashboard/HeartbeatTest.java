package dev.sillage.reporting.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeartbeatTest extends PageTest {
    private static final long A_MINUTE_MS = 60_000;
    private static final int TOO_MANY_REQUESTS = 429;

    @Test
    void whatArrivesLaterAppearsByItself() {
        send(activities(1, "email", "finance"));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            assertThat(reader.contact()).hasText("live");
            assertThat(reader.tile("activities")).hasText("1");

            send(activities(1, "email", "finance"));

            assertThat(reader.tile("activities")).hasText("2", soon());
        }
    }

    @Test
    void whatIsPushedNeedsNoQuestionUntilItMoves() {
        send(activities(2, "email", "finance"));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address + "?filter=team:nobody")) {
            assertThat(reader.page().locator("#now-activities .value")).hasText("2", soon());
            assertThat(reader.page().locator("#now-ghg .value")).hasText("2.00 kg CO₂e");
            assertThat(reader.page().locator("#now-ghg .bounds")).hasText("1.00 – 4.00 kg CO₂e");
            List<String> asked = new ArrayList<>();
            reader.page().onRequest(request -> asked.add(request.url()));

            send(activities(1, "email", "finance"));

            assertThat(reader.page().locator("#now-activities .value")).hasText("3", soon());
            assertThat(reader.page().locator("#now-energy .value")).hasText("6.00 kWh");
            assertThat(asked).noneMatch(url -> url.contains("/v1/live"));
            assertThat(asked).as("today is not asked for").noneMatch(url -> url.contains("T00%3A00%3A00.000Z"));
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void aPageThatGetsNoStreamAsksAsBefore() {
        send(activities(1, "email", "finance"));

        try (Reader reader = Reader.of(chromium(), "fr-FR")) {
            reader.page()
                    .route(
                            "**/v1/live",
                            route -> route.fulfill(new Route.FulfillOptions().setStatus(TOO_MANY_REQUESTS)));
            reader.open(address);
            assertThat(reader.contact()).hasText("en direct");
            assertThat(reader.page().locator("#now-activities .value")).hasText("1");
            assertThat(reader.page().locator("#now-rate .bounds")).hasText("inconnue pour le moment");

            send(activities(1, "email", "finance"));

            assertThat(reader.tile("activities")).hasText("2", soon());
            assertThat(reader.page().locator("#now-activities .value")).hasText("2");
        }
    }

    @Test
    void aPausedPageAsksOnlyWhenTheReaderDoes() {
        sendMailsAndACall();

        try (Reader reader = Reader.of(chromium(), "en-GB")) {
            reader.page().clock().install();
            reader.open(address);
            assertThat(reader.contact()).hasText("live");
            reader.pause();
            assertThat(reader.contact()).hasText("paused");
            reader.bar("Video calls").click();
            assertThat(reader.tile("activities")).hasText("1");
            assertThat(reader.contact()).hasText("paused");

            List<String> asked = new ArrayList<>();
            reader.page().onRequest(request -> asked.add(request.url()));
            reader.page().clock().runFor(A_MINUTE_MS);
            assertThat(asked).isEmpty();

            reader.pause();
            assertThat(reader.contact()).hasText("live");
            assertThat(asked).isNotEmpty();
        }
    }

    @Test
    void withoutContactTheFiguresStayAndSaySo() {
        send(activities(1, "email", "finance"));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            assertThat(reader.tile("activities")).hasText("1");

            reader.page().context().setOffline(true);

            assertThat(reader.contact()).hasText(Pattern.compile("no contact since \\d+:\\d+:\\d+"), soon());
            assertThat(reader.notice()).containsText("The server does not answer");
            assertThat(reader.tile("activities")).isVisible();

            reader.page().context().setOffline(false);
            assertThat(reader.contact()).hasText("live", soon());
            assertThat(reader.notice()).isEmpty();
        }
    }
}
