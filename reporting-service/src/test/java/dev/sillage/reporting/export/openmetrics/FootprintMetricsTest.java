package dev.sillage.reporting.export.openmetrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.access.KeyProfile;
import dev.sillage.reporting.export.ExportProfile;
import dev.sillage.reporting.export.TeamFootprints;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Sums;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(ExportProfile.class)
class FootprintMetricsTest {
    private static final String PATH = "/v1/footprints/metrics";
    private static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0";
    private static final String OF_PROMETHEUS = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
            + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;q=0.4,"
            + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant TIME = Instant.parse("2026-02-03T10:00:00Z");

    private static final List<FootprintEvent> LARGEST =
            TeamFootprints.of("acme", "ai \"lab\" \\ été", "llm-inference", 300, 1e-3);
    private static final List<FootprintEvent> SECOND = TeamFootprints.of("acme", "search", "llm-inference", 200, 1e-4);
    private static final List<FootprintEvent> SECOND_MAILS = TeamFootprints.of("acme", "search", "email", 50, 1e-5);
    private static final List<FootprintEvent> SMALL = joined(List.of(
            TeamFootprints.of("acme", "small-1", "email", 30, 1e-7),
            TeamFootprints.of("acme", "small-2", "email", 30, 1e-8),
            TeamFootprints.of("acme", "other", "email", 30, 1e-7)));
    private static final List<FootprintEvent> NOBODYS = TeamFootprints.of("acme", "", "email", 40, 1e-9);

    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            send(joined(List.of(
                            LARGEST,
                            SECOND,
                            SECOND_MAILS,
                            SMALL,
                            NOBODYS,
                            TeamFootprints.of("globex", "secret", "email", 1, 1)))
                    .stream()
                    .map(FootprintMetricsTest::record)
                    .toList());
            await().atMost(LIMIT)
                    .until(() ->
                            scrape("acme-read").samples("sillage_activities").size() == 5);
            published = true;
        }
    }

    @Test
    void everySumIsExactInUnitsWithoutPrefix() {
        Scraped scraped = scrape("acme-read");

        Map.of(
                        group("llm-inference", "ai \"lab\" \\ été"), LARGEST,
                        group("llm-inference", "search"), SECOND,
                        group("email", "search"), SECOND_MAILS,
                        group("email", "other"), SMALL,
                        group("email", ""), NOBODYS)
                .forEach((group, sent) -> {
                    Sums sums = Sums.of(sent);
                    assertBounds(scraped, "sillage_energy_watt_hours", group, Map.of(), sums, Criterion.ENERGY, 3);
                    assertBounds(
                            scraped,
                            "sillage_ghg_grams",
                            group,
                            Map.of("phase", "operational", "basis", "location"),
                            sums,
                            Criterion.GHG_OPERATIONAL_LOCATION,
                            3);
                    assertBounds(
                            scraped,
                            "sillage_ghg_grams",
                            group,
                            Map.of("phase", "operational", "basis", "market"),
                            sums,
                            Criterion.GHG_OPERATIONAL_MARKET,
                            3);
                    assertBounds(
                            scraped,
                            "sillage_ghg_grams",
                            group,
                            Map.of("phase", "embodied", "basis", "none"),
                            sums,
                            Criterion.GHG_EMBODIED,
                            3);
                    assertBounds(
                            scraped,
                            "sillage_water_litres",
                            group,
                            Map.of("site", "on"),
                            sums,
                            Criterion.WATER_ON_SITE,
                            0);
                    assertBounds(
                            scraped,
                            "sillage_water_litres",
                            group,
                            Map.of("site", "off"),
                            sums,
                            Criterion.WATER_OFF_SITE,
                            0);
                    assertBounds(
                            scraped,
                            "sillage_primary_energy_joules",
                            group,
                            Map.of(),
                            sums,
                            Criterion.PRIMARY_ENERGY,
                            6);
                    assertBounds(scraped, "sillage_metals_grams", group, Map.of(), sums, Criterion.ADPE, 3);
                    assertThat(scraped.sample("sillage_activities", group).value())
                            .isEqualTo(String.valueOf(sent.size()));
                    assertThat(scraped.sample("sillage_covered_activities", with(group, "criterion", "adpe"))
                                    .value())
                            .isEqualTo(String.valueOf(sent.stream()
                                    .filter(one -> one.figures().containsKey(Criterion.ADPE))
                                    .count()));
                });
        assertThat(scraped.sample("sillage_teams_in_other", Map.of()).value()).isEqualTo("3");
    }

    @Test
    void everyFigureHasItsProvenanceByTheSameLabels() {
        Scraped scraped = scrape("acme-read");

        assertThat(scraped.sample("sillage_footprint_info", group("email", "search"))
                        .labels())
                .containsAllEntriesOf(Map.of(
                        "methodology", "sillage-2026.1",
                        "factor_set", "2026.1+0123456789ab",
                        "tier", "class",
                        "warnings", "model-unknown zone-assumed"));
        assertThat(groups(scraped, "sillage_energy_watt_hours")).isEqualTo(groups(scraped, "sillage_footprint_info"));
        assertThat(scraped.described("sillage_ghg_grams", "TYPE")).isEqualTo("gauge");
        assertThat(scraped.described("sillage_reported", "TYPE")).isEqualTo("counter");
    }

    @Test
    void whatIsTakenBackLowersTheSumAndNeverACounter() {
        FootprintEvent kept = TeamFootprints.one("globex", "team", "embedding", "kept", TIME, kwh(3));
        FootprintEvent taken = TeamFootprints.one("globex", "team", "embedding", "taken", TIME, kwh(4));
        send(List.of(Footprints.record(kept), Footprints.record(taken)));
        await().atMost(LIMIT).until(() -> wattHours("globex-read").compareTo(new BigDecimal(7000)) == 0);
        Scraped before = scrape("globex-read");

        send(List.of(Footprints.retraction(taken.activity(), "r1", TIME.plusSeconds(60))));

        await().atMost(LIMIT).until(() -> wattHours("globex-read").compareTo(new BigDecimal(3000)) == 0);
        Scraped after = scrape("globex-read");
        assertThat(number(after, "sillage_reported_total")).isEqualTo(number(before, "sillage_reported_total"));
        assertThat(number(after, "sillage_amended_total"))
                .isEqualTo(number(before, "sillage_amended_total").add(BigDecimal.ONE));
    }

    @Test
    void manyScrapesReadTheDatabaseOnce() {
        Set<String> read = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> scrape("acme-read")
                        .sample("sillage_read_timestamp_seconds", Map.of())
                        .value())
                .collect(Collectors.toSet());

        // Two when one reading grew old in between.
        assertThat(read).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aTenantSeesNothingOfAnother() {
        given().header("Authorization", "Bearer " + KeyProfile.key("acme-read"))
                .get(PATH)
                .then()
                .body(not(containsString("secret")));
        assertThat(scrape("globex-read").samples("sillage_activities"))
                .anyMatch(line -> line.labels().get("team").equals("secret"));
    }

    @ParameterizedTest
    @CsvSource({"none, 401", "acme-ingest, 403", "acme-admin, 403", "operator, 403", "acme-read, 200"})
    void onlyWhoMayReadScrapes(String credential, int status) {
        Response answer = credential.equals("none") ? given().get(PATH) : ask(credential, "*/*");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith(status == 200 ? "text/plain" : "application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                OF_PROMETHEUS + " | application/openmetrics-text",
                "text/plain;version=0.0.4 | text/plain",
                "*/* | text/plain",
            })
    void theFormatIsTheOneThatIsAccepted(String accept, String type) {
        Response answer = ask("acme-read", accept);

        assertThat(answer.contentType()).startsWith(type);
        answer.then().header("Vary", containsString("Accept")).body(startsWith("# HELP sillage_energy_watt_hours "));
        assertThat(answer.asString().endsWith("# EOF\n")).isEqualTo(!type.equals("text/plain"));
    }

    @Test
    void whatIsNotAnsweredIsSaid() {
        given().header("Authorization", "Bearer " + KeyProfile.key("acme-read"))
                .queryParam("groupBy", "model")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("groupBy"));
        assertThat(ask("acme-read", "image/png").statusCode()).isEqualTo(406);
    }

    private static void assertBounds(
            Scraped scraped,
            String name,
            Map<String, String> group,
            Map<String, String> more,
            Sums sums,
            Criterion criterion,
            int places) {
        List<String> bounds = List.of("low", "central", "high");
        for (int bound = 0; bound < bounds.size(); bound++) {
            Map<String, String> labels = with(group, "bound", bounds.get(bound));
            labels.putAll(more);
            assertThat(scraped.sample(name, labels).number())
                    .as(name + labels)
                    .isEqualByComparingTo(sums.bound(criterion, bound).movePointRight(places));
        }
    }

    private static Set<Map<String, String>> groups(Scraped scraped, String name) {
        return scraped.samples(name).stream()
                .map(line -> group(line.labels().get("kind"), line.labels().get("team")))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> group(String kind, String team) {
        return Map.of("kind", kind, "team", team);
    }

    private static Map<String, String> with(Map<String, String> group, String label, String value) {
        Map<String, String> labels = new HashMap<>(group);
        labels.put(label, value);
        return labels;
    }

    private static Map<Criterion, Figure> kwh(double energy) {
        return Map.of(Criterion.ENERGY, Figure.rounded(energy, energy, energy));
    }

    private static BigDecimal wattHours(String credential) {
        return scrape(credential).samples("sillage_energy_watt_hours").stream()
                .filter(line -> line.labels()
                        .entrySet()
                        .containsAll(
                                Map.of("kind", "embedding", "bound", "central").entrySet()))
                .map(Scraped.Line::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Scraped scraped, String name) {
        return scraped.sample(name, Map.of()).number();
    }

    private static Scraped scrape(String credential) {
        Response answer = ask(credential, OPEN_METRICS);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Scraped.of(answer.asString());
    }

    private static Response ask(String credential, String accept) {
        return given().header("Authorization", "Bearer " + KeyProfile.key(credential))
                .header("Accept", accept)
                .get(PATH);
    }

    private void send(Collection<ProducerRecord<byte[], byte[]>> records) {
        try (Log log = new Log(servers, database)) {
            log.publish(records);
            log.awaitTaken(FootprintTopic.NAME);
        }
    }

    /** With the label as JSON writes it. */
    private static ProducerRecord<byte[], byte[]> record(FootprintEvent footprint) {
        ProducerRecord<byte[], byte[]> record = Footprints.record(footprint);
        String team = footprint.labels().get("team");
        if (team == null || !team.contains("\\")) {
            return record;
        }
        String json = Footprints.json(footprint)
                .replace(team, team.replace("\\", "\\\\").replace("\"", "\\\""));
        return new ProducerRecord<>(
                record.topic(), null, record.key(), json.getBytes(StandardCharsets.UTF_8), record.headers());
    }

    private static List<FootprintEvent> joined(List<List<FootprintEvent>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
