package dev.sillage.ingestion.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real client at one end, a real reader at the other: the CloudEvents SDK for Java. */
@QuarkusTest
@WithTestResource(Broker.class)
class SdkTest {
    private final String source = "urn:test:" + UUID.randomUUID();

    enum Mode {
        BINARY((writer, event) -> writer.writeBinary(event)),
        STRUCTURED((writer, event) -> writer.writeStructured(event, Door.ONE));

        private final BiConsumer<MessageWriter<?, ?>, CloudEvent> sending;

        Mode(BiConsumer<MessageWriter<?, ?>, CloudEvent> sending) {
            this.sending = sending;
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatTheSdkSendsAnSdkReadsFromTheTopic(Mode mode) {
        CloudEvent sent = CloudEventBuilder.v1()
                .withId("mail 1")
                .withSource(URI.create(source))
                .withType("dev.sillage.activity.email.v1")
                .withTime(OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS))
                .withSubject("someone")
                .withDataSchema(URI.create("urn:schema:mail"))
                .withData("application/json", "{\"bytes\":75000,\"recipients\":1}".getBytes(UTF_8))
                .withExtension("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .withExtension("sampled", true)
                .build();
        HttpRequest.Builder request = Door.request("/v1/events");

        mode.sending.accept(
                HttpMessageFactory.createWriter(
                        request::header, body -> request.POST(BodyPublishers.ofByteArray(body))),
                sent);
        Answer answer = Door.send(request.build());

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        CloudEvent read = KafkaMessageFactory.createReader(
                        StoredActivities.ofSource(source).get(sent.getId()))
                .toEvent();
        assertThat(read.getId()).isEqualTo(sent.getId());
        assertThat(read.getSource()).isEqualTo(sent.getSource());
        assertThat(read.getType()).isEqualTo(sent.getType());
        assertThat(read.getTime()).isEqualTo(sent.getTime());
        assertThat(read.getSubject()).isEqualTo(sent.getSubject());
        assertThat(read.getDataSchema()).isEqualTo(sent.getDataSchema());
        assertThat(read.getDataContentType()).isEqualTo("application/json");
        assertThat(read.getExtension("traceparent")).isEqualTo(sent.getExtension("traceparent"));
        assertThat(read.getExtension("sampled")).hasToString("true");
        assertThat(new String(read.getData().toBytes(), UTF_8)).contains("75000");
    }
}
