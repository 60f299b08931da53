package dev.sillage.footprint;

import static dev.sillage.footprint.Published.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are golden: they are never changed, only added to, so that what was readable once stays readable. */
class AmendmentSampleTest {

    static List<Path> corrections() throws Exception {
        return Published.samples("samples/corrections");
    }

    static List<Path> retractions() throws Exception {
        return Published.samples("samples/retractions");
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void everyCorrectionIsAFootprintThatNamesItself(Path file) throws Exception {
        JsonNode json = Published.read(file);

        FootprintCorrection correction = new FootprintCorrection(Published.footprint(json), Published.amendment(json));

        assertThat(Published.violations("footprint-correction.v1", Files.readString(file)))
                .isEmpty();
        assertThat(correction.id()).isNotEqualTo(correction.footprint().id());
    }

    @ParameterizedTest
    @MethodSource("retractions")
    void everyRetractionNamesTheActivityAndItself(Path file) throws Exception {
        JsonNode json = Published.read(file);

        FootprintRetraction retraction = new FootprintRetraction(
                Published.activity(json),
                Instant.parse(json.path("time").asText()),
                Instant.parse(json.path("acceptedAt").asText()),
                Published.amendment(json));

        assertThat(Published.violations("footprint-retraction.v1", Files.readString(file)))
                .isEmpty();
        assertThat(retraction.id()).isNotEqualTo(retraction.activity().digest().toString());
    }

    @Test
    void aFootprintThatDoesNotNameItsCorrectionIsNone() throws Exception {
        ObjectNode correction =
                (ObjectNode) Published.read(RESOURCES.resolve("samples/corrections/llm-inference.json"));

        correction.remove("amendment");

        assertThat(Published.violations("footprint-correction.v1", correction.toString()))
                .isNotEmpty();
        assertThat(Published.violations("footprint.v1", correction.toString())).isEmpty();
    }

    @Test
    void nothingTakesItselfBackOrWhatIsOfAnotherTenant() {
        ActivityReference activity = new ActivityReference("a", "/s", "1");

        for (ActivityReference amendment : List.of(activity, new ActivityReference("b", "/s", "2"))) {
            assertThatThrownBy(() -> new FootprintRetraction(activity, Instant.EPOCH, Instant.EPOCH, amendment))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
