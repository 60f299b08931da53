package dev.sillage.calculation.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReferenceVectorsTest {
    private final Map<String, List<JsonNode>> vectors = VectorFiles.read();

    @TestFactory
    Stream<DynamicTest> everyVectorOfASetIsReproduced() {
        return vectors.entrySet().stream()
                .map(set -> DynamicTest.dynamicTest(set.getKey(), () -> reproduce(set.getKey(), set.getValue())));
    }

    @Test
    void thereAreVectors() {
        assertThat(vectors).isNotEmpty();
    }

    private static void reproduce(String name, List<JsonNode> cases) {
        Optional<VectorSet> set = VectorSets.covering(name);
        if (set.isEmpty() && !VectorSets.isRequired(name)) {
            System.out.printf("vectors %-32s %3d cases, not required%n", name, cases.size());
            return;
        }
        VectorScore score = new VectorScore();
        cases.forEach(vector -> set.ifPresentOrElse(found -> score.run(found, vector), () -> score.unmapped(vector)));
        System.out.printf(
                Locale.ROOT,
                "vectors %-32s %3d cases, %3d passed, largest relative error %.2g%n",
                name,
                cases.size(),
                score.passed(),
                score.largestRelativeError());
        assertThat(score.failures()).isEmpty();
    }
}
