package dev.sillage.reporting.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Samples;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.restate.StandInCalculation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(LiveProfile.class)
class LiveFiguresTest extends LiveTest {
    @Inject
    LiveReader reader;

    @ConfigProperty(name = "sillage.calculation.url")
    URI calculation;

    @Test
    void totalsAndMinutesAreThoseOfTheApiToTheLastDigit() {
        String tenant = tenant("totals");
        Stream stream = open(tenant);
        assertThat(stream.awaitFigures().activitiesOfToday()).isZero();
        Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Instant from = Instant.now().minus(Duration.ofMinutes(20));
        Instant sampled = from.isBefore(day) ? day : from;
        send(Samples.over("live-totals", 400, sampled, Duration.ofMinutes(19)).stream()
                .map(sample -> ofTenant(tenant, sample))
                .toList());

        JsonNode event = stream.awaitActivities(400).json();

        JsonNode today = api(tenant, event.at("/today"), "none");
        assertThat(event.at("/today/activities")).isEqualTo(today.at("/totals/activities"));
        assertThat(event.at("/today/figures"))
                .isEqualTo(today.at("/totals/figures"))
                .hasSize(8);
        for (String provenance : List.of("methodologies", "tiers", "warnings")) {
            assertThat(event.at("/today").get(provenance))
                    .isEqualTo(today.get(provenance))
                    .isNotEmpty();
        }
        JsonNode minutes = api(tenant, event.at("/lastMinutes"), "minute");
        assertThat(event.at("/lastMinutes/figures")).isEqualTo(minutes.at("/totals/figures"));
        assertThat(event.at("/lastMinutes/series")).hasSize(6);
        List<JsonNode> busy = new ArrayList<>();
        event.at("/lastMinutes/series").forEach(minute -> {
            if (minute.get("activities").asLong() > 0) {
                busy.add(minute.get("figures"));
            }
        });
        assertThat(busy)
                .isNotEmpty()
                .isEqualTo(minutes.findValues("series").get(0).findValues("figures"));
    }

    @Test
    void aRateIsTheLastWholeMinutePerSecondAndFallsToZeroWithoutNewRows() {
        String tenant = tenant("rates");
        Stream stream = open(tenant);
        send(prompts(tenant, 30, Instant.now().minus(Duration.ofMinutes(1))));

        JsonNode busy =
                stream.await("a rate", event -> perSecond(event).equals("0.5")).json();

        assertThat(busy.at("/rates/figuresPerSecond/energy/low").asText()).isEqualTo("0.5");
        assertThat(busy.at("/rates/figuresPerSecond/energy/central").asText()).isEqualTo("1");
        assertThat(busy.at("/rates/figuresPerSecond/energy/high").asText()).isEqualTo("1.5");
        assertThat(busy.at("/rates/figuresPerSecond").has("adpe")).isFalse();

        JsonNode idle = stream.await(
                        "no rate",
                        Duration.ofSeconds(90),
                        event -> event.json()
                                                .at("/asOf")
                                                .asText()
                                                .compareTo(busy.at("/asOf").asText())
                                        > 0
                                && perSecond(event).equals("0"))
                .json();

        assertThat(idle.at("/rates/figuresPerSecond/energy/central").asText()).isEqualTo("0");
    }

    @Test
    void atMidnightTodayBeginsAgainAndTheLastMinutesGoOn() throws SQLException {
        String tenant = tenant("midnight");
        Instant midnight = Instant.parse("2024-02-29T00:00:00Z");
        send(prompts(tenant, 6, midnight.minusSeconds(30)));

        LiveFigures before =
                reader.read(List.of(tenant), midnight.minusMillis(1)).figures(tenant);
        LiveFigures after = reader.read(List.of(tenant), midnight).figures(tenant);

        assertThat(before.today().aggregate().activities()).isEqualTo(6);
        assertThat(after.today().aggregate().activities()).isZero();
        assertThat(after.today().from()).isEqualTo(midnight);
        assertThat(after.lastMinutes().period().aggregate().activities()).isEqualTo(6);
        assertThat(after.rates().activitiesPerSecond()).isEqualByComparingTo("0.1");
    }

    @Test
    void aCorrectionAndARetractionMoveToday() {
        String tenant = tenant("corrected");
        Instant now = Instant.now();
        FootprintEvent sent = prompt(tenant, "1", now, Figure.rounded(1, 2, 3));
        FootprintEvent other = prompt(tenant, "2", now, Figure.rounded(1, 2, 3));
        Stream stream = open(tenant);
        send(List.of(sent, other));
        stream.awaitActivities(2);

        publish(List.of(Footprints.correction(
                prompt(tenant, "1", now, Figure.rounded(10, 20, 30)), tenant + "-c", now.plusSeconds(60))));
        stream.await("the correction", event -> energy(event).equals("22"));
        publish(List.of(Footprints.retraction(other.activity(), tenant + "-r", now.plusSeconds(60))));

        Stream.Event last = stream.awaitActivities(1);
        assertThat(energy(last)).isEqualTo("20");
    }

    @Test
    void aRestatementMovesTodayAndItsProvenance() throws IOException {
        String tenant = tenant("restated");
        Instant now = Instant.now();
        send(prompts(tenant, 50, now).stream()
                .map(prompt -> Footprints.with(prompt, List.of(), null, "{\"inputTokens\":1}"))
                .toList());
        Stream stream = open(tenant);
        stream.await("the figures of before", event -> energy(event).equals("100"));

        StandInCalculation standIn = new StandInCalculation(calculation, tenant);
        try {
            given().header("Authorization", "Bearer " + LiveProfile.key(tenant))
                    .contentType(ContentType.JSON)
                    .body("{\"from\": \"" + now.minus(Duration.ofHours(1)) + "\", \"to\": \""
                            + now.plus(Duration.ofHours(1))
                            + "\", \"reason\": \"a test\", \"methodology\": \"m-2\"}")
                    .post("/v1/restatements")
                    .then()
                    .statusCode(201);

            Stream.Event after = stream.await("the figures of after", event -> event.json()
                    .at("/today/methodologies/0/methodology")
                    .asText()
                    .equals("m-2"));

            assertThat(after.activitiesOfToday()).isEqualTo(50);
            assertThat(after.json().at("/today/methodologies")).hasSize(1);
        } finally {
            standIn.close();
        }
    }

    @Test
    void whoComesBackGetsTheStateOfNowAtOnceAndNothingTwice() {
        String tenant = tenant("resumed");
        send(prompts(tenant, 3, Instant.now()));
        Stream first = open(tenant);
        Stream.Event seen = first.awaitActivities(3);
        first.close();
        send(prompts(tenant, 4, Instant.now()));

        Stream.Event missed = open(tenant, seen.id()).awaitActivities(7);

        assertThat(missed.version()).isGreaterThan(seen.version());

        Stream again = open(tenant, missed.id());
        await().atMost(Stream.LIMIT).until(() -> again.comments() >= 4);
        assertThat(again.events()).noneMatch(event -> event.figures().equals(missed.figures()));
    }

    @Test
    void whoSawMoreElsewhereIsNotShownWhatWasReadBefore() {
        String tenant = tenant("elsewhere");
        send(prompts(tenant, 2, Instant.now()));
        open(tenant).awaitActivities(2);
        Tables tables = new Tables(database);

        for (int i = 0; i < 5; i++) {
            Instant came = Instant.parse(
                    tables.text("SELECT to_char(now() AT TIME ZONE 'UTC'," + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));

            Stream.Event shown =
                    open(tenant, "999999999999999999-0123456789abcdef").awaitFigures();

            assertThat(Instant.parse(shown.json().at("/asOf").asText())).isAfterOrEqualTo(came);
        }
    }

    @Test
    void anIdThatIsNotOursCountsAsNone() {
        String tenant = tenant("strange");

        assertThat(open(tenant, "'; DROP TABLE ledger --").awaitFigures().activitiesOfToday())
                .isZero();
    }

    @Test
    void anotherTenantSeesNothing() {
        String loud = tenant("loud");
        String quiet = tenant("quiet");
        Stream heard = open(loud);
        Stream silent = open(quiet);
        silent.awaitFigures();

        send(prompts(loud, 5, Instant.now()));
        heard.awaitActivities(5);
        int comments = silent.comments();
        await().atMost(Stream.LIMIT).until(() -> silent.comments() > comments + 1);

        assertThat(silent.events()).allSatisfy(event -> {
            assertThat(event.activitiesOfToday()).isZero();
            assertThat(event.json().at("/today/figures")).isEmpty();
            assertThat(event.json().at("/lastMinutes/activities").asLong()).isZero();
        });
    }

    private static String energy(Stream.Event event) {
        return event.json().at("/today/figures/energy/central").asText();
    }

    private static String perSecond(Stream.Event event) {
        return event.json().at("/rates/activitiesPerSecond").asText();
    }

    private static JsonNode api(String tenant, JsonNode span, String interval) {
        String answer = given().header("Authorization", "Bearer " + LiveProfile.key(tenant))
                .get("/v1/footprints?from=" + span.get("from").asText() + "&to="
                        + span.get("to").asText() + "&interval=" + interval)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return Stream.JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }
}
