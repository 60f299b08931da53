package dev.sillage.reporting.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.platform.Avoidances;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a number on the overview to its steps; at the address of the calculation stands one recorded explanation. */
@QuarkusTest
class WhyTest extends PageTest {
    private static final String EXPLANATION = """
            {"figures": {
              "energy": {"unit": "kWh", "low": 1, "central": 2, "high": 4},
              "ghg-operational-location": {"unit": "kgCO2e", "low": 0.4, "central": 0.8, "high": 1.6},
              "ghg-embodied": {"unit": "kgCO2e", "low": 0.1, "central": 0.2, "high": 0.4}},
             "factorSet": "2026.1+0123456789ab",
             "trace": [{"name": "operational", "formula": "G = E * CI",
               "inputs": [{"symbol": "E", "meaning": "electricity <b>of</b> all", "unit": "kWh",
                           "value": {"low": 1, "central": 2, "high": 4}}],
               "factors": [{"symbol": "CI", "key": "grid/ghg", "zone": "USA", "unit": "kgCO2e/kWh",
                            "value": {"low": 0.00004, "central": 0.00004, "high": 0.00004},
                            "source": "Ember", "year": "2024", "licence": "CC-BY-4.0"}],
               "result": {"symbol": "G", "meaning": "greenhouse gases", "unit": "kgCO2e",
                          "value": {"low": 0.4, "central": 0.8, "high": 1.6}}}]}
            """;

    @ConfigProperty(name = "sillage.calculation.url")
    URI calculation;

    private @Nullable HttpServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void aReaderComesFromTheNewestActivityToTheStepsOfItsFigures() throws Exception {
        explain();
        send(List.of(activity()));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            assertThat(reader.page().locator("#recent-list li")).hasCount(1);
            assertThat(reader.page().locator("#recent-list")).containsText("1.00 kg CO₂e");

            reader.page().locator("#recent-list a").click();

            assertThat(reader.page().locator("h1")).hasText("Why this number?");
            assertThat(reader.page().locator("#activity .verdict")).containsText("to the last digit");
            assertThat(reader.page().locator(".steps > li")).hasCount(1);
            assertThat(reader.page().locator(".steps")).containsText("G = E * CI");
            assertThat(reader.page().locator(".steps")).containsText("E = 2 (1 – 4) kWh");
            assertThat(reader.page().locator(".steps")).containsText("Ember · for 2024 · licence CC-BY-4.0");
            assertThat(reader.page().locator(".steps")).containsText("electricity <b>of</b> all");
            assertThat(reader.page().locator("#activity table")).containsText("no data");
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void withoutTheCalculationTheStoredFiguresAreShownInFrench() {
        send(List.of(activity()));

        try (Reader reader = Reader.of(chromium(), "fr-FR").open(address)) {
            reader.page().locator("#recent-list a").click();

            assertThat(reader.page().locator("h1")).hasText("Pourquoi ce nombre ?");
            assertThat(reader.page().locator("#activity .notice.problem")).isVisible();
            assertThat(reader.page().locator("#activity table")).containsText("2,00 kWh");
        }
    }

    @Test
    void anActivityThatIsNotThereIsSaidToBeMissing() {
        try (Reader reader = Reader.of(chromium(), "en-GB").open(address + "activities/nowhere/nothing")) {
            assertThat(reader.page().locator("#notices")).containsText("There is no such activity");
        }
    }

    @Test
    void theBreakdownByKindShowsTheIntensityPerUnit() {
        send(List.of(activity()));

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            reader.page().locator("#breakdown-details summary").click();

            assertThat(reader.page().locator("#breakdown-table tbody tr").first())
                    .hasText(Pattern.compile("250\\sg CO₂e per request"));
        }
    }

    @Test
    void whatWasAvoidedStandsApartAndWhatWasAddedSaysSo() {
        send(List.of(activity()));
        try (Log log = new Log(servers, database)) {
            Instant now = Instant.now();
            log.publish(List.of(
                    Avoidances.record(
                            "local", "a", now, "logistics", "3", "12", "sillage.activities/92/" + now.toEpochMilli()),
                    Avoidances.record(
                            "local",
                            "b",
                            now,
                            "energy-management",
                            "2",
                            "-7",
                            "sillage.activities/93/" + now.toEpochMilli())));
            log.awaitTaken(AvoidanceTopic.NAME);
        }

        try (Reader reader = Reader.of(chromium(), "en-GB").open(address)) {
            assertThat(reader.page().locator("#avoided-list li")).hasCount(2);
            assertThat(reader.page().locator("#avoided-list li[data-effect=added]"))
                    .containsText("added 7.00 kg CO₂e");
            assertThat(reader.page().locator("#avoided-list li[data-effect=avoided]"))
                    .containsText("internal use only");
            assertThat(reader.tile("ghg")).hasText("1.00 kg CO₂e");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void thePageOfAnActivityIsAccessibleAlsoOnAPhone(ColorScheme scheme) throws Exception {
        explain();
        FootprintEvent activity = activity();
        send(List.of(activity));

        try (Reader reader = Reader.of(chromium(), "en-GB", scheme, 390)
                .open(address + "activities/urn%3Adashboard/"
                        + activity.activity().id())) {
            assertThat(reader.page().locator(".steps > li")).hasCount(1);
            assertThat(reader.page().locator("#report")).hasAttribute("aria-busy", "false");

            List<Rule> violations = reader.violations();

            assertThat(violations).extracting(Rule::getId, Rule::getNodes).isEmpty();
            assertThat(reader.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
        }
    }

    /** One kilogram of CO2e for four requests. */
    private static FootprintEvent activity() {
        return Footprints.with(
                Sent.activity("llm-inference", Map.of("team", "finance")),
                List.of("zone-fallback"),
                FunctionalUnit.rounded("request", 4),
                "{\"provider\":\"openai\",\"model\":\"gpt-4o\",\"inputTokens\":900}");
    }

    private void explain() throws IOException {
        server = HttpServer.create(new InetSocketAddress(calculation.getHost(), calculation.getPort()), 0);
        server.createContext("/v1/estimates", exchange -> {
            byte[] bytes = EXPLANATION.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }
}
