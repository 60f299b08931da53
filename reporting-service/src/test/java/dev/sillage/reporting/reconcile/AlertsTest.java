package dev.sillage.reporting.reconcile;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sillage.reporting.platform.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules that operators load look at what there is. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AlertsTest {
    private static final Path RULES = Path.of("..", "deploy", "connect", "alerts.yaml");
    private static final Pattern METRIC = Pattern.compile("(?<![a-z_])sillage_[a-z_]+");

    @Test
    void everyMetricOfTheRulesIsThereFromTheStart() throws IOException {
        Set<String> named = new HashSet<>();
        for (JsonNode rule : rules()) {
            Matcher metric = METRIC.matcher(rule.path("expr").asText());
            while (metric.find()) {
                named.add(metric.group());
            }
        }

        String metrics =
                when().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(named).isNotEmpty();
        for (String name : named) {
            assertThat(metrics.lines().anyMatch(line -> line.startsWith(name + "{") || line.startsWith(name + " ")))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void everyRuleHasANameATimeASeverityAndSaysWhatToDo() throws IOException {
        List<JsonNode> rules = rules();

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("alert").asText()).startsWith("Sillage");
            assertThat(rule.path("for").asText()).matches("\\d+[mh]");
            assertThat(rule.path("labels").path("severity").asText()).isIn("critical", "warning");
            assertThat(rule.path("annotations").path("summary").asText()).isNotEmpty();
            assertThat(rule.path("annotations").path("description").asText()).isNotEmpty();
        });
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode group : new YAMLMapper().readTree(Files.readString(RULES)).path("groups")) {
            group.path("rules").forEach(rules::add);
        }
        return rules;
    }
}
