package dev.sillage.benchmark.door;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Instant;
import java.util.Collections;

/** The requests that are sent. */
final class Requests {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final String authorization;
    private final Instant time;

    /**
     * @param authorization value of the header, or empty for none
     * @param time when the activities ended
     */
    Requests(String authorization, Instant time) {
        this.authorization = authorization;
        this.time = time;
    }

    /** One CloudEvent of about 300 bytes. */
    Template one() {
        return events("application/cloudevents+json", event());
    }

    /** An array of CloudEvents of about 300 bytes each. */
    Template batch(int events) {
        return events(
                "application/cloudevents-batch+json",
                "[" + String.join(",", Collections.nCopies(events, event())) + "]");
    }

    /** Spans of chats, as an exporter sends them: protobuf, one resource. */
    Template spans(int spans) {
        long end = time.getEpochSecond() * NANOS_PER_SECOND;
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (int i = 0; i < spans; i++) {
            // The trace id has as many bytes as an id here has digits: any sixteen bytes will do.
            scope.addSpans(Span.newBuilder()
                    .setTraceId(ByteString.copyFrom(Template.place().getBytes(US_ASCII)))
                    .setSpanId(ByteString.copyFrom("spanspan".getBytes(US_ASCII)))
                    .setName("chat gpt-4o")
                    .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
                    .setStartTimeUnixNano(end - 6 * NANOS_PER_SECOND)
                    .setEndTimeUnixNano(end)
                    .addAttributes(text("gen_ai.operation.name", "chat"))
                    .addAttributes(text("gen_ai.provider.name", "openai"))
                    .addAttributes(text("gen_ai.request.model", "gpt-4o"))
                    .addAttributes(text("gen_ai.response.model", "gpt-4o-2024-11-20"))
                    .addAttributes(whole("gen_ai.usage.input_tokens", 1874))
                    .addAttributes(whole("gen_ai.usage.output_tokens", 392)));
        }
        byte[] body = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(text("service.name", "support-bot")))
                        .addScopeSpans(scope))
                .build()
                .toByteArray();
        return Template.of("/v1/traces", "application/x-protobuf", authorization, body);
    }

    private Template events(String contentType, String body) {
        return Template.of("/v1/events", contentType, authorization, body.getBytes(UTF_8));
    }

    private String event() {
        return "{\"specversion\":\"1.0\",\"id\":\"" + Template.place()
                + "\",\"source\":\"/gateway/eu-1\",\"type\":\"dev.sillage.activity.llm-inference.v1\",\"time\":\""
                + time + "\",\"data\":{\"provider\":\"openai\",\"model\":\"gpt-4o-2024-08-06\",\"inputTokens\":1874,"
                + "\"outputTokens\":392,\"durationSeconds\":6.42,\"labels\":{\"team\":\"platform\"}}}";
    }

    private static KeyValue text(String name, String value) {
        return KeyValue.newBuilder()
                .setKey(name)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static KeyValue whole(String name, long value) {
        return KeyValue.newBuilder()
                .setKey(name)
                .setValue(AnyValue.newBuilder().setIntValue(value))
                .build();
    }
}
