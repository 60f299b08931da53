package dev.sillage.reporting.unknown;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class UnknownModelsTest {
    private static final Instant TIME = Instant.parse("2025-09-02T03:04:05Z");
    private static final String DATA =
            "{\"provider\":\"acme\",\"model\":\"secret-7b\",\"inputTokens\":100,\"outputTokens\":20}";

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void aNameThatNobodyKnewIsCountedOnceForEachActivity() {
        FootprintEvent first = activity("1", TIME, "model-class-fallback", DATA);
        send(List.of(
                first,
                first,
                activity("2", TIME.plusSeconds(60), "model-class-fallback", DATA),
                activity("3", TIME, "model-missing", "{\"outputTokens\":5}"),
                activity("4", TIME, "zone-fallback", DATA.replace("secret", "known"))));
        send(List.of(first));

        List<Map<String, Object>> models = given().get("/v1/unknown-models")
                .then()
                .statusCode(200)
                .extract()
                .path("models");

        assertThat(models).filteredOn("model", "secret-7b").singleElement().satisfies(model -> assertThat(model)
                .containsEntry("provider", "acme")
                .containsEntry("warning", "model-class-fallback")
                .containsEntry("activities", 2)
                .containsEntry("inputTokens", 200)
                .containsEntry("outputTokens", 40)
                .containsEntry("first", "2025-09-02T03:04:05Z")
                .containsEntry("last", "2025-09-02T03:05:05Z"));
        assertThat(models)
                .filteredOn("warning", "model-missing")
                .singleElement()
                .satisfies(
                        model -> assertThat(model).containsEntry("provider", "").containsEntry("outputTokens", 5));
        assertThat(models).extracting("model").doesNotContain("known-7b");
    }

    private static FootprintEvent activity(String id, Instant time, String warning, String data) {
        return Footprints.with(Footprints.prompt(id, time, "unknown-models"), List.of(warning), null, data);
    }

    private void send(List<FootprintEvent> footprints) {
        try (Log log = new Log(servers, database)) {
            log.publish(footprints.stream().map(Footprints::record).toList());
            log.awaitTaken(FootprintTopic.NAME);
        }
    }
}
