package dev.sillage.ingestion.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.activity.ActivityKind;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/** Adds to the OpenAPI document the contract's sample of each kind of activity, as an event and as data in binary mode. */
@OpenApiFilter(OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class KindExamples implements OASFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var content = document.getPaths()
                .getPathItem("/v1/events")
                .getPOST()
                .getRequestBody()
                .getContent();
        MediaType event = content.getMediaType(Format.ONE_MEDIA_TYPE);
        MediaType data = content.getMediaType(Format.BINARY_MEDIA_TYPE);
        for (ActivityKind kind : ActivityKind.values()) {
            JsonNode sample = sample(kind);
            event.addExample(
                    kind.wireName(),
                    OASFactory.createExample().summary(kind.type()).value(sample));
            data.addExample(
                    kind.wireName(),
                    OASFactory.createExample()
                            .summary("With the header ce-type: " + kind.type())
                            .value(sample.get("data")));
        }
    }

    private static JsonNode sample(ActivityKind kind) {
        String file = "/samples/" + kind.wireName() + ".json";
        try (InputStream in = Objects.requireNonNull(ActivityKind.class.getResourceAsStream(file), file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
