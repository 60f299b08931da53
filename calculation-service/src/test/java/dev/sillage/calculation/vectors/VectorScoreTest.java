package dev.sillage.calculation.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VectorScoreTest {
    private static final String VECTOR = """
            {"id": "v1", "expected": {"energy": {"min": 2.0, "max": null}, "grade": "A+"}}
            """;

    private final VectorScore score = new VectorScore();

    @Test
    void equalFiguresPass() throws Exception {
        run(Map.of("energy.min", 2.0, "grade", "A+"));
        assertThat(score.failures()).isEmpty();
        assertThat(score.passed()).isOne();
    }

    @Test
    void aFigureThatIsOffByMoreThanTheToleranceFails() throws Exception {
        run(Map.of("energy.min", 2.00000001, "grade", "A+"));
        assertThat(score.failures()).singleElement().asString().contains("v1 energy.min");
        assertThat(score.passed()).isZero();
        assertThat(score.largestRelativeError()).isBetween(4e-9, 6e-9);
    }

    @Test
    void aFigureThatIsMissingFails() throws Exception {
        run(Map.of("grade", "A+"));
        assertThat(score.failures()).hasSize(1);
    }

    @Test
    void anotherWordFails() throws Exception {
        run(Map.of("energy.min", 2.0, "grade", "B"));
        assertThat(score.failures()).hasSize(1);
    }

    @Test
    void aVectorThatCannotBeMappedFails() throws Exception {
        JsonNode vector = new ObjectMapper().readTree(VECTOR);
        score.run(failing(), vector);
        assertThat(score.failures()).singleElement().asString().contains("unknown member");
    }

    @Test
    void aSetThatNobodyForesawIsRequired() {
        assertThat(VectorSets.isRequired("new/method")).isTrue();
        assertThat(VectorSets.isRequired("water/spruce")).isFalse();
    }

    private void run(Map<String, Object> actual) throws Exception {
        score.run(giving(actual), new ObjectMapper().readTree(VECTOR));
    }

    private static VectorSet giving(Map<String, Object> actual) {
        return new VectorSet() {
            @Override
            public boolean covers(String setOrGroup) {
                return true;
            }

            @Override
            public Map<String, Object> compute(JsonNode vector) {
                return actual;
            }
        };
    }

    private static VectorSet failing() {
        return new VectorSet() {
            @Override
            public boolean covers(String setOrGroup) {
                return true;
            }

            @Override
            public Map<String, Object> compute(JsonNode vector) {
                throw new IllegalArgumentException("unknown member");
            }
        };
    }
}
