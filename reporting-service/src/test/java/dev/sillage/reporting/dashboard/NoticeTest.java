package dev.sillage.reporting.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticeTest extends PageTest {
    @AfterEach
    void forgetDemonstrations() {
        Sent.forgetDemonstrations(database);
    }

    @Test
    void beforeTheFirstEventThePageTellsHowToSendIt() {
        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            // The counts may be a second old, from before they were forgotten: at the next heartbeat they are not.
            assertThat(reader.notice()).containsText("No activity has arrived yet", atTheNextHeartbeat());
            assertThat(reader.notice()).containsText("curl -i http://localhost:8080/v1/events");
            assertThat(reader.page().locator("#report")).isHidden();
        }
    }

    @Test
    void aWrongAddressShowsTheProblemOfTheApi() {
        try (Reader reader = Reader.of(chromium(), "en-GB").open(address + "?groupBy=colour")) {
            assertThat(reader.notice()).containsText("Invalid parameter");
            assertThat(reader.notice()).containsText("There is no dimension 'colour'");
        }
    }

    @Test
    void demonstrationDataSayThatTheyAre() {
        send(List.of(Sent.demonstration("synthetic-office-day")));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            assertThat(reader.notice()).containsText("Everything shown here is demonstration data");
            assertThat(reader.notice()).containsText("made up by a program");
        }
    }

    private static ContainsTextOptions atTheNextHeartbeat() {
        return new ContainsTextOptions().setTimeout(15_000);
    }
}
