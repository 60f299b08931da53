package dev.sillage.calculation.estimate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.sillage.calculation.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is impossible is refused where it stands; what is only unknown or contradictory is computed and flagged. */
@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class BadInputTest {
    private static final String SUBSTANTIATED =
            "'lever': 'food-waste', 'referenceQuantity': 10, 'solutionQuantity': 8, 'unit': 'kg', 'tier': '2', ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "email | 'bytes': -1 | out-of-range | /bytes",
                "email | 'bytes': NaN | malformed-json | ",
                "email | 'bytes': Infinity | malformed-json | ",
                "email | 'bytes': -Infinity | malformed-json | ",
                "email | 'bytes': 'NaN' | wrong-type | /bytes",
                "email | 'bytes': 1e300 | out-of-range | /bytes",
                "email | 'bytes': 1e999 | out-of-range | /bytes",
                "video-streaming | 'seconds': -0.001 | out-of-range | /seconds",
                "video-streaming | 'seconds': 'Infinity' | wrong-type | /seconds",
                "video-streaming | 'seconds': 1e999 | out-of-range | /seconds",
                "video-call | 'seconds': 60, 'participants': 0 | out-of-range | /participants",
                "compute | 'vcpuHours': -1 | out-of-range | /vcpuHours",
                "compute | 'vcpuHours': 1e13 | out-of-range | /vcpuHours",
                "compute | 'vcpuHours': 1, 'utilisation': 1.01 | out-of-range | /utilisation",
                "compute | 'vcpuHours': 1, 'measuredEnergyKwh': -1 | out-of-range | /measuredEnergyKwh",
                "llm-inference | 'provider': 'openai', 'inputTokens': 1, 'outputTokens': 1e30 | out-of-range | /outputTokens",
                "llm-inference | 'provider': 'openai', 'inputTokens': 1, 'outputTokens': 9, 'durationSeconds': -1 | out-of-range | /durationSeconds",
                "email | 'bytes': 1, 'kilobytes': 1 | unknown-member | /kilobytes",
                "video-streaming | 'minutes': 1, 'seconds': 60 | unknown-member | /minutes",
                "avoidance | 'lever': 'food-waste', 'referenceQuantity': 10, 'solutionQuantity': 8, 'unit': 'furlong', 'tier': '2', 'reference': 'r', 'evidence': 'e', 'rebound': 'none' | not-one-of | /unit",
                "avoidance | 'lever': 'food-waste', 'solutionQuantity': 8, 'unit': 'kg', 'tier': '2', 'reference': 'r', 'evidence': 'e', 'rebound': 'none' | missing-member | /referenceQuantity",
                "avoidance | " + SUBSTANTIATED + "'evidence': 'e', 'rebound': 'none' | missing-member | /reference"
            })
    void whatCannotBeIsRefusedWhereItStands(String kind, String members, String code, String member) {
        boolean readable = !code.equals("malformed-json");

        post(kind, members)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("detail", notNullValue())
                .body("pointer", readable ? equalTo("/data" + member) : equalTo(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "email | 'bytes': 75000, 'country': 'Atlantis' | zone-fallback",
                "video-streaming | 'seconds': 3600, 'country': 'XXX' | zone-fallback",
                "video-streaming | 'seconds': 3600, 'device': 'abacus' | device-fallback",
                "video-call | 'seconds': 3600, 'participants': 2, 'mode': 'smell' | mode-fallback",
                "compute | 'vcpuHours': 1, 'provider': 'aws', 'region': 'moon-1' | region-fallback",
                "compute | 'vcpuHours': 1, 'architecture': 'abacus' | architecture-fallback",
                "llm-inference | 'provider': 'nobody', 'model': 'zzz', 'inputTokens': 1, 'outputTokens': 9 | provider-fallback",
                "llm-inference | 'provider': 'openai', 'model': 'zzz', 'inputTokens': 1, 'outputTokens': 9 | model-unknown",
                "llm-inference | 'provider': 'openai', 'inputTokens': 1, 'outputTokens': 9 | model-missing",
                "llm-inference | 'provider': 'openai', 'inputTokens': 1, 'outputTokens': 9, 'zone': 'Atlantis' | zone-fallback"
            })
    void whatIsUnknownIsComputedByTheUsualAndFlagged(String kind, String members, String warning) {
        assertComputedWith(warning, post(kind, members));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'inputTokens': 10, 'outputTokens': 9, 'cachedInputTokens': 11 | contradictory:cached-tokens",
                "'inputTokens': 10, 'outputTokens': 9, 'cachedInputTokens': 6, 'cacheCreationInputTokens': 6 | contradictory:cached-tokens",
                "'inputTokens': 10, 'outputTokens': 9, 'reasoningTokens': 10 | contradictory:reasoning-tokens",
                "'inputTokens': 10, 'outputTokens': 9, 'imageInputTokens': 11 | contradictory:media-tokens",
                "'inputTokens': 10, 'outputTokens': 9, 'durationSeconds': 0 | contradictory:duration",
                "'inputTokens': 10, 'outputTokens': 9, 'measuredEnergyKwh': 0 | contradictory:measured-energy",
                "'inputTokens': 10, 'outputTokens': 9, 'measuredEnergyKwh': 0.001, 'durationSeconds': 0 | contradictory:duration"
            })
    void whatContradictsItselfIsComputedByTheRestAndFlagged(String members, String warning) {
        assertComputedWith(warning, post("llm-inference", "'provider': 'openai', 'model': 'gpt-4o', " + members));
    }

    @ParameterizedTest
    @CsvSource({"reference", "evidence"})
    void anAvoidanceThatIsNotSubstantiatedIsRefused(String claim) {
        String members = SUBSTANTIATED + "'reference': 'r', 'evidence': 'e', 'rebound': 'none'";

        post("avoidance", members.replaceFirst("('" + claim + "': )'.'", "$1'n/a'"))
                .statusCode(422)
                .body("type", equalTo("/problems/not-computable"))
                .body("detail", startsWith("unsubstantiated: "));
    }

    private static void assertComputedWith(String warning, ValidatableResponse answer) {
        answer.statusCode(200).body("warnings", hasItem(warning));
        JsonPath json = answer.extract().jsonPath();
        assertThat(json.getDouble("figures.energy.low"))
                .isPositive()
                .isLessThanOrEqualTo(json.getDouble("figures.energy.central"));
        assertThat(json.getDouble("figures.energy.high"))
                .isFinite()
                .isGreaterThanOrEqualTo(json.getDouble("figures.energy.central"));
    }

    private static ValidatableResponse post(String kind, String members) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .contentType("application/json")
                .body("{'kind': '%s', 'data': {%s}}".formatted(kind, members).replace('\'', '"'))
                .post("/v1/estimates")
                .then();
    }
}
