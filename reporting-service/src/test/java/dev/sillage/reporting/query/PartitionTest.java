package dev.sillage.reporting.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over eleven days in which the clocks of Paris and of St. John's change. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PartitionTest {
    private static final Instant START = Instant.parse("2025-10-24T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(11);
    private static final List<FootprintEvent> SENT = Varied.over("partition", 1200, START, SPAN);
    private static final List<String> DIMENSIONS = List.of("kind", "provider", "model", "zone", "team", "tier");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Paris", "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe");
    private static final int QUESTIONS = 60;

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

    static List<Question> questions() {
        return IntStream.range(0, QUESTIONS).mapToObj(Question::random).toList();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whateverTheGroupsStepsAndTopTheirSumsAreTheTotalExactly(Question question) {
        JsonPath answer = question.ask();

        List<FootprintEvent> meant = question.meant();
        assertThat(answer.getLong("totals.activities")).isEqualTo(meant.size());
        for (Criterion criterion : Criterion.values()) {
            for (int bound = 0; bound < 3; bound++) {
                BigDecimal expected = sum(meant, criterion, bound);
                String figure = "figures.'" + criterion.wireName() + "'."
                        + List.of("low", "central", "high").get(bound);
                assertThat(sum(answer.get("totals." + figure))).isEqualByComparingTo(expected);
                assertThat(sum(answer.get("groups." + figure))).isEqualByComparingTo(expected);
                if (!question.interval().equals("none")) {
                    assertThat(sum(answer.get("series." + figure))).isEqualByComparingTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Paris", "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe"})
    void aDayHoldsWhatHappenedOnItByTheClocksOfTheZone(String name) {
        ZoneId zone = ZoneId.of(name);
        Map<LocalDate, BigDecimal> expected = new TreeMap<>(SENT.stream()
                .filter(footprint -> footprint.time().isBefore(START.plus(SPAN)))
                .collect(Collectors.groupingBy(
                        footprint -> footprint.time().atZone(zone).toLocalDate(),
                        Collectors.mapping(
                                footprint -> footprint
                                        .figures()
                                        .get(Criterion.ENERGY)
                                        .central(),
                                Collectors.reducing(BigDecimal.ZERO, BigDecimal::add)))));

        JsonPath answer = new Question(0, START, START.plus(SPAN), "day", name, List.of(), 0, "").ask();

        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        for (Map<String, Object> point : answer.<Map<String, Object>>getList("series")) {
            Instant time = Instant.parse((String) point.get("time"));
            days.put(time.atZone(zone).toLocalDate(), decimal(point, "energy"));
        }
        assertThat(days.keySet()).isEqualTo(expected.keySet());
        days.forEach((day, kwh) -> assertThat(kwh).isEqualByComparingTo(expected.get(day)));
    }

    @SuppressWarnings("unchecked")
    private static BigDecimal decimal(Map<String, Object> point, String criterion) {
        Map<String, Map<String, Object>> figures = (Map<String, Map<String, Object>>) point.get("figures");
        return new BigDecimal(figures.get(criterion).get("central").toString());
    }

    private static BigDecimal sum(List<FootprintEvent> footprints, Criterion criterion, int bound) {
        return footprints.stream()
                .map(FootprintEvent::figures)
                .filter(figures -> figures.containsKey(criterion))
                .map(figures -> figures.get(criterion))
                .map(figure ->
                        List.of(figure.low(), figure.central(), figure.high()).get(bound))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of one number, of several, some of them absent, or of nothing. */
    private static BigDecimal sum(Object numbers) {
        List<?> all = numbers instanceof List<?> list ? list : Collections.singletonList(numbers);
        return all.stream()
                .filter(number -> number != null)
                .map(number -> new BigDecimal(number.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    record Question(
            int seed,
            Instant from,
            Instant to,
            String interval,
            String zone,
            List<String> groupBy,
            int top,
            String excludedTeam) {

        static Question random(int seed) {
            Random random = new Random(seed);
            int first = random.nextInt((int) SPAN.toMinutes() - 1);
            int last = first + 1 + random.nextInt((int) SPAN.toMinutes() - first);
            String interval = List.of("minute", "hour", "day", "week", "month", "none", "auto")
                    .get(random.nextInt(7));
            List<String> dimensions = new ArrayList<>(DIMENSIONS);
            Collections.shuffle(dimensions, random);
            List<String> groupBy = dimensions.subList(0, random.nextInt(4));
            return new Question(
                    seed,
                    START.plus(Duration.ofMinutes(first)),
                    START.plus(Duration.ofMinutes(last)),
                    interval,
                    ZONES.get(random.nextInt(ZONES.size())),
                    List.copyOf(groupBy),
                    groupBy.isEmpty() ? 0 : random.nextInt(4),
                    List.of("", "sales", "nobody").get(random.nextInt(3)));
        }

        List<FootprintEvent> meant() {
            return SENT.stream()
                    .filter(footprint -> !footprint.time().isBefore(from)
                            && footprint.time().isBefore(to)
                            && !Varied.value(footprint, "team").equals(excludedTeam))
                    .toList();
        }

        JsonPath ask() {
            var request = given().config(RestAssuredConfig.config()
                            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                    .queryParam("from", from.toString())
                    .queryParam("to", to.toString())
                    .queryParam("interval", interval)
                    .queryParam("timeZone", zone)
                    .queryParam("groupBy", String.join(",", groupBy))
                    .queryParam("filter", "project=partition", "team!=" + excludedTeam);
            if (top > 0) {
                request.queryParam("top", top);
            }
            return request.get("/v1/footprints")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }
    }
}
