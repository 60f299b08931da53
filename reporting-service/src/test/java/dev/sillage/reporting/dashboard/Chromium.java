package dev.sillage.reporting.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The installed browser; nothing is ever downloaded. */
final class Chromium implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Chromium.class);
    private static final String VARIABLE = "SILLAGE_CHROMIUM";
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it. Without one the test is skipped, or fails when {@code -Dsillage.browser=required}. */
    static Chromium start() {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            String message = "no Chromium: set " + VARIABLE + " or put chromium on the PATH to test the page";
            if ("required".equals(System.getProperty("sillage.browser"))) {
                Assertions.fail(message);
            }
            LOG.warn("Skipped: " + message);
            Assumptions.abort(message);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable.get())
                                .setArgs(QUIET)));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** What the variable names must be there: a typing error shall not skip the tests. */
    private static Optional<Path> executable() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            Assertions.assertTrue(Files.isExecutable(Path.of(named)), VARIABLE + " is no executable: " + named);
            return Optional.of(Path.of(named));
        }
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "chromium"));
        return Stream.concat(Stream.of(Path.of("/usr/bin/chromium")), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
