package dev.sillage.ingestion.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.ActivityKind;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Broker.class)
class ExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {Door.ONE, Door.BATCH, Door.LINES})
    void theExampleOfEachMediaTypeIsAccepted(String mediaType) {
        Answer document = Door.send(Door.request("/q/openapi?format=json").build());
        JsonNode examples = document.json()
                .at("/paths/~1v1~1events/post/requestBody/content")
                .path(mediaType)
                .path("examples");
        JsonNode example = examples.elements().next().path("value");
        // A text that happens to be JSON is shown as JSON.
        String body = example.isTextual() ? example.asText() : example.toString();

        Answer answer = Door.post(mediaType, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().get("refused").asInt()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void thereIsAnExampleOfEachKindAndItIsAccepted(ActivityKind kind) {
        JsonNode content = Door.send(Door.request("/q/openapi?format=json").build())
                .json()
                .at("/paths/~1v1~1events/post/requestBody/content");
        JsonNode event =
                content.path(Door.ONE).path("examples").path(kind.wireName()).path("value");
        JsonNode data = content.path("application/json")
                .path("examples")
                .path(kind.wireName())
                .path("value");

        assertThat(event.path("type").asText()).isEqualTo(kind.type());
        assertThat(data).isEqualTo(event.path("data"));
        assertThat(Door.post(Door.ONE, event.toString()).status()).isEqualTo(202);
    }

    @Test
    void theDocumentNamesEachAnswer() {
        Answer document = Door.send(Door.request("/q/openapi?format=json").build());

        assertThat(document.json().at("/paths/~1v1~1events/post/responses").fieldNames())
                .toIterable()
                .contains("202", "400", "413", "415", "503");
        assertThat(document.json().path("paths").fieldNames()).toIterable().contains("/problems", "/problems/{code}");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/traces,           application/json, '',                 200",
        "/v1/metrics,          application/json, '',                 200",
        "/v1/usage/{api},      application/json, openai,             202",
        "/v1/import/csv,       text/csv,         '?kind=compute&source=/meters', 202",
        "/v1/import/codecarbon, text/csv,        '',                 202",
    })
    void theExampleOfEachOtherDoorIsAccepted(String path, String mediaType, String rest, int status) {
        JsonNode example = Door.send(Door.request("/q/openapi?format=json").build())
                .json()
                .path("paths")
                .path(path)
                .at("/post/requestBody/content")
                .path(mediaType)
                .path("examples")
                .elements()
                .next()
                .path("value");
        String body = example.isTextual() ? example.asText() : example.toString();
        String address = path.contains("{api}") ? path.replace("{api}", rest) : path + rest;

        Answer answer = Door.send(Door.request(address)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("refused").asInt()).isZero();
        assertThat(answer.json().path("partialSuccess").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/v1/events", "/v1/traces", "/v1/metrics", "/v1/logs", "/v1/usage/{api}", "/v1/import/csv"})
    void theDocumentTellsOfCredentialsAndOfWaiting(String path) {
        JsonNode operation = Door.send(Door.request("/q/openapi?format=json").build())
                .json()
                .path("paths")
                .path(path)
                .path("post");

        assertThat(operation.path("responses").fieldNames()).toIterable().contains("401", "403", "429", "503");
        assertThat(operation.at("/responses/429/headers/Retry-After").isMissingNode())
                .isFalse();
        assertThat(operation.path("security").toString()).contains("credential");
    }

    @Test
    void theDocumentDoesNotShowTheInsideOfTheService() {
        Answer document = Door.send(Door.request("/q/openapi").build());

        assertThat(document.text()).doesNotContain("stackTrace", "suppressed", "dev.sillage.ingestion");
    }
}
