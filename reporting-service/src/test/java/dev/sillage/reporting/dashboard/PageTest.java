package dev.sillage.reporting.dashboard;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/** An empty report, a way to fill it, and a browser to look at it. */
@QuarkusTestResource(Platform.class)
abstract class PageTest {
    private static Chromium chromium;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @TestHTTPResource("/")
    String address;

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    /** Before each and not before all: without a browser every test of the page is counted as skipped. */
    @BeforeEach
    void startBrowser() {
        if (chromium == null) {
            chromium = Chromium.start();
        }
    }

    @BeforeEach
    void forget() {
        Sent.forgetAll(database);
    }

    static Chromium chromium() {
        return chromium;
    }

    final void send(List<FootprintEvent> footprints) {
        Sent.send(servers, database, footprints);
    }

    /** Three mails of one team and one video call of another. */
    final void sendMailsAndACall() {
        send(activities(3, "email", "finance"));
        send(activities(1, "video-call", "design"));
    }

    static List<FootprintEvent> activities(int count, String kind, String team) {
        return Stream.generate(() -> Sent.activity(kind, Map.of("team", team)))
                .limit(count)
                .toList();
    }

    /** For what the page does by itself, at its next heartbeat. */
    static HasTextOptions soon() {
        return new HasTextOptions().setTimeout(15_000);
    }
}
