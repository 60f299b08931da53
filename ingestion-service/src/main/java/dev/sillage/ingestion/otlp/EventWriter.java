package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.activity.Labels;
import dev.sillage.ingestion.check.Slice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a call as the CloudEvent that a sender of events would have written, so that the same check reads it. */
public final class EventWriter {
    /** One source for all: whatever way a span takes, and however often, it is the same event. */
    public static final String SOURCE = "urn:sillage:otlp";

    private static final String WARNINGS = "warnings";
    private static final String REQUEST_MODEL = "requestmodel";
    private static final int USUAL_BYTES = 640;

    private final JsonFactory json = new JsonFactory();

    /** The text of the event. */
    public Slice write(ModelCall call) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("specversion", ActivityTopic.SPEC_VERSION);
            out.writeStringField("id", call.id());
            out.writeStringField("source", SOURCE);
            out.writeStringField("type", call.kind().type());
            out.writeStringField("time", call.time().toString());
            text(out, REQUEST_MODEL, call.requestModel());
            text(out, WARNINGS, call.warnings().isEmpty() ? null : ActivityWarning.write(call.warnings()));
            out.writeObjectFieldStart("data");
            data(out, call);
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return new Slice(bytes.toByteArray(), 0, bytes.size());
    }

    private static void data(JsonGenerator out, ModelCall call) throws IOException {
        Usage usage = call.usage();
        out.writeStringField("provider", call.provider());
        text(out, "model", call.model());
        if (call.kind() == ActivityKind.IMAGE_GENERATION) {
            out.writeNumberField("images", call.images());
            count(out, "inputTokens", usage.input());
            count(out, "outputTokens", usage.output());
        } else {
            // The contract wants a count: where none is told a warning of the event says so.
            count(out, "inputTokens", usage.input() == null ? Long.valueOf(0) : usage.input());
        }
        if (call.kind() == ActivityKind.LLM_INFERENCE) {
            count(out, "outputTokens", usage.output() == null ? Long.valueOf(0) : usage.output());
            count(out, "cachedInputTokens", usage.cacheRead());
            count(out, "cacheCreationInputTokens", usage.cacheCreation());
            count(out, "reasoningTokens", usage.reasoning());
            count(out, "imageInputTokens", usage.imageInput());
            count(out, "audioInputTokens", usage.audioInput());
            count(out, "audioOutputTokens", usage.audioOutput());
        }
        count(out, "requestCount", call.requestCount());
        BigDecimal seconds = call.durationSeconds();
        if (seconds != null) {
            out.writeFieldName("durationSeconds");
            out.writeNumber(seconds.toPlainString());
        }
        if (!call.labels().isEmpty()) {
            out.writeObjectFieldStart(Labels.MEMBER);
            for (Map.Entry<String, String> label : call.labels().entrySet()) {
                out.writeStringField(label.getKey(), label.getValue());
            }
            out.writeEndObject();
        }
    }

    private static void text(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    private static void count(JsonGenerator out, String name, @Nullable Long value) throws IOException {
        if (value != null) {
            out.writeNumberField(name, value);
        }
    }
}
