package dev.sillage.reporting.sources;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Varied;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class SourcesTest {
    private static final Instant START = Instant.parse("2024-01-10T08:00:00Z");
    private static final List<FootprintEvent> SENT = Varied.over("sources", 60, START, Duration.ofHours(2));
    private static final String OF_A_BAR =
            "/v1/sources?from=2024-01-10T08:00:00Z&to=2024-01-10T09:00:00Z&filter=project=sources&filter=team=sales";

    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            Log.report(servers, database, SENT);
            published = true;
        }
    }

    @Test
    void theWaysOfAFigureAddUpToIt() {
        List<FootprintEvent> bar = bar();
        BigDecimal energy = bar.stream()
                .map(footprint -> footprint.figures().get(Criterion.ENERGY).central())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        JsonPath answer = json(OF_A_BAR + "&criterion=energy");

        assertThat(answer.getInt("total.count")).isEqualTo(bar.size());
        assertThat(answer.getInt("total.share")).isOne();
        assertThat(new BigDecimal(answer.getString("total.figure.central"))).isEqualByComparingTo(energy);
        for (String parts : List.of("methodologies", "factorSets", "tiers", "warnings", "origins")) {
            assertThat(answer.getList(parts + ".count", Integer.class).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as(parts)
                    .isEqualTo(bar.size());
            assertThat(answer.<Object>getList(parts + ".figure.central").stream()
                            .map(number -> new BigDecimal(number.toString()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(energy);
        }
        assertThat(answer.getString("factorSets[0].name")).isEqualTo("2026.1+0123456789ab");
        assertThat(answer.getList("tiers.name")).isEqualTo(List.of("registry", "class"));
    }

    @Test
    void theActivitiesOfAFigureAreListedAndTheListGoesOn() {
        JsonPath page = json(OF_A_BAR + "&limit=3");
        String address = page.getString("next");

        List<String> listed = new ArrayList<>(page.getList("activities.id"));
        for (String next = "unknown"; next != null; next = page.getString("next")) {
            page = json(next.equals("unknown") ? address : address.replaceAll("cursor=.*", "cursor=" + next));
            listed.addAll(page.getList("activities.id"));
        }

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(bar().stream()
                        .map(footprint -> footprint.activity().id())
                        .toList());
    }

    @Test
    void nothingHasNoShares() {
        given().get("/v1/sources?from=2001-01-01&to=2001-01-02")
                .then()
                .statusCode(200)
                .body("total.count", equalTo(0))
                .body("total", not(hasKey("share")))
                .body("origins", hasSize(0))
                .body("$", not(hasKey("next")));
    }

    @ParameterizedTest
    @CsvSource({
        "criterion=energy&criterion=adpe,criterion",
        "groupBy=team,groupBy",
        "limit=201,limit",
        "from=2024-01-02&to=2024-01-01,from"
    })
    void aBadQuestionIsRefused(String query, String parameter) {
        given().get("/v1/sources?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter));
    }

    private static List<FootprintEvent> bar() {
        return SENT.stream()
                .filter(footprint -> footprint.time().isBefore(START.plus(Duration.ofHours(1)))
                        && Map.of("team", "sales", "project", "sources").equals(footprint.labels()))
                .toList();
    }

    private static JsonPath json(String address) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
