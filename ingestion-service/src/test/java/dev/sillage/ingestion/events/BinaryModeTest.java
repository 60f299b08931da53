package dev.sillage.ingestion.events;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One event whose attributes are headers and whose data is the body. */
@QuarkusTest
@WithTestResource(Broker.class)
class BinaryModeTest {
    private static final String DATA = " {\"bytes\" : 75000,\n \"labels\":{\"team\":\"caf\\u00e9 é\"}}\n";

    private final String source = "urn:test:" + UUID.randomUUID();

    @Test
    void theRecordCarriesTheHeadersDecodedAndTheDataByteForByte() {
        Answer answer = send(
                event("Application/JSON; charset=UTF-8")
                        .header("CE-Subject", "Euro%20%E2%82%AC%20%F0%9f%98%80 25%25")
                        .header("ce-DataSchema", "urn:schema")
                        .header("ce-quoted", "\"a \\\"b\\\" %43\"")
                        .header("ce-sampled", "true"),
                DATA);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        ConsumerRecord<byte[], byte[]> record =
                StoredActivities.ofSource(source).get("a");
        assertThat(new String(record.value(), UTF_8)).isEqualTo(DATA.strip());
        assertThat(header(record, "ce_subject")).isEqualTo("Euro € 😀 25%");
        assertThat(header(record, "ce_dataschema")).isEqualTo("urn:schema");
        assertThat(header(record, "ce_quoted")).isEqualTo("a \"b\" C");
        assertThat(header(record, "ce_sampled")).isEqualTo("true");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "ce-subject,         '%4',                invalid-header-value",
        "ce-subject,         '%zz',               invalid-header-value",
        "ce-subject,         '%C3',               invalid-header-value",
        "ce-subject,         '%ED%A0%80',         invalid-header-value",
        "ce-subject,         '\"open',            invalid-header-value",
        "ce-subject,         '\"a\"b',            invalid-header-value",
        "ce-subject,         '%00',               invalid-text",
        "ce-subject,         '',                  text-length",
        "ce-time,            yesterday,           invalid-time",
        "ce-id,              b,                   duplicate-member",
        "ce-tenant,          other,               reserved-attribute",
        "ce-acceptedat,      now,                 reserved-attribute",
        "ce-data,            '{}',                invalid-attribute-name",
        "ce-data_base64,     e30=,                invalid-attribute-name",
        "ce-datacontenttype, application/json,    invalid-attribute-name",
        "ce-not-a-name,      x,                   invalid-attribute-name",
    })
    void aHeaderThatBreaksARuleIsNamed(String name, String value, String code) {
        HttpRequest.Builder request = event("application/json");
        if (name.equals("ce-time")) {
            request.setHeader(name, value);
        } else {
            request.header(name, value);
        }

        Answer answer = send(request, DATA);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.codes()).as(answer.text()).containsExactly(code);
        assertThat(answer.json().get("pointer").asText()).isEqualTo("/" + name);
        assertThat(StoredActivities.ofSource(source)).isEmpty();
    }

    @Test
    void anOversizedHeaderIsNamed() {
        Answer answer = send(event("application/json").header("ce-subject", "x".repeat(501)), DATA);

        assertThat(answer.code()).isEqualTo("text-length");
        assertThat(answer.json().get("pointer").asText()).isEqualTo("/ce-subject");
    }

    @Test
    void everyMissingAttributeIsNamed() {
        Answer answer = send(
                Door.request("/v1/events")
                        .header("Content-Type", "application/json")
                        .header("ce-extra", "x"),
                "");

        assertThat(answer.json().path("problems").findValuesAsText("pointer"))
                .containsExactly("/ce-specversion", "/ce-id", "/ce-source", "/ce-type", "/ce-time", "/data");
    }

    @Test
    void theDataIsCheckedByTheSameRules() {
        Answer answer = send(event("application/json"), "{\"bytes\":-1,\"prompt\":\"x\"}");

        assertThat(answer.codes()).containsExactly("out-of-range", "unknown-member");
        assertThat(answer.json().get("pointer").asText()).isEqualTo("/data/bytes");
        assertThat(answer.json().get("id").asText()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bytes\":1},\"subject\":\"smuggled\"",
                "{\"bytes\":1}}",
                "{\"bytes\":1} {}",
                "{\"bytes\":1",
                "{\"bytes\":1],\"subject\":[}",
                "\"a\":1",
                "1,\"subject\":\"x\"",
                "}"
            })
    void aBodyCannotReachIntoTheEnvelope(String body) {
        Answer answer = send(event("application/json"), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).as(answer.text()).isEqualTo("malformed-json");
        assertThat(answer.json().get("byteOffset").asInt()).isBetween(0, body.length());
        assertThat(StoredActivities.ofSource(source)).isEmpty();
    }

    @Test
    void jsonWithoutAttributesIsToldWhatToSend() {
        Answer answer = send(Door.request("/v1/events").header("Content-Type", "application/json"), DATA);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("detail").asText())
                .contains("there are no ce- headers", "application/cloudevents+json", "ce-specversion");
    }

    @Test
    void anotherCharsetIsRefused() {
        Answer answer = send(event("application/json; charset=iso-8859-1"), DATA);

        assertThat(answer.status()).isEqualTo(415);
    }

    private HttpRequest.Builder event(String contentType) {
        return Door.request("/v1/events")
                .header("Content-Type", contentType)
                .header("ce-specversion", "1.0")
                .header("ce-id", "a")
                .header("ce-source", source)
                .header("ce-type", "dev.sillage.activity.email.v1")
                .header("ce-time", "2026-11-23T09:30:00Z");
    }

    private static Answer send(HttpRequest.Builder request, String body) {
        return Door.send(request.POST(BodyPublishers.ofString(body)).build());
    }
}
