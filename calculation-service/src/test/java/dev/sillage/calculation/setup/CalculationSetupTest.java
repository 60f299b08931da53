package dev.sillage.calculation.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.FactorException;
import dev.sillage.calculation.model.Methodology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalculationSetupTest {
    private static final String KEY = "sillage.calculation.methodology.";

    @TempDir
    Path directory;

    private static CalculationSetup setup(Optional<Path> factors, Map<String, String> methodology) {
        return new CalculationSetup(() -> factors, () -> methodology);
    }

    private void copyBuiltInFactors() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/factors"))) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void withoutAnyKeyTheBuiltInSetAndDefaultsServe() {
        CalculationSetup setup = setup(Optional.empty(), Map.of());

        assertThat(setup.factors().factors()).isNotEmpty();
        assertThat(setup.defaults().of(ActivityKind.LLM_INFERENCE))
                .map(Methodology::id)
                .contains("sillage-2026.1");
    }

    @Test
    void aDirectoryReplacesTheBuiltInSet() throws IOException {
        copyBuiltInFactors();
        Files.writeString(directory.resolve("version"), "mine-7\n");

        CalculationSetup setup = setup(Optional.of(directory), Map.of());

        assertThat(setup.factors().version()).startsWith("mine-7+");
    }

    @Test
    void aBadFactorRowStopsTheStartWithFileAndLine() throws IOException {
        copyBuiltInFactors();
        Path file = directory.resolve("grid-ember.csv");
        List<String> lines = Files.readAllLines(file);
        lines.set(4, lines.get(4).replaceFirst("[0-9.]+,,", "many,,"));
        Files.write(file, lines);

        assertThatThrownBy(() -> setup(Optional.of(directory), Map.of()))
                .isInstanceOf(FactorException.class)
                .hasMessageContaining("grid-ember.csv line 5")
                .hasMessageContaining("many");
    }

    @Test
    void aDirectoryThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> setup(Optional.of(directory.resolve("absent")), Map.of()))
                .hasMessageContaining("absent");
    }

    @Test
    void anotherMethodologyCanBeTheDefaultOfAKind() {
        CalculationSetup setup = setup(Optional.empty(), Map.of("llm-inference", "ecologits-2026-03"));

        assertThat(setup.defaults().of(ActivityKind.LLM_INFERENCE))
                .map(Methodology::id)
                .contains("ecologits-2026-03");
    }

    @Test
    void anUnknownKindStopsTheStartNamingTheKey() {
        assertThatThrownBy(() -> setup(Optional.empty(), Map.of("telepathy", "ecologits-2026-03")))
                .hasMessageContaining(KEY + "telepathy")
                .hasMessageContaining("llm-inference");
    }

    @Test
    void anUnknownMethodologyStopsTheStartNamingTheKey() {
        assertThatThrownBy(() -> setup(Optional.empty(), Map.of("llm-inference", "guess")))
                .hasMessageContaining(KEY + "llm-inference")
                .hasMessageContaining("'guess'")
                .hasMessageContaining("ecologits-2026-09");
    }

    @Test
    void aMethodologyOfAnotherKindStopsTheStartNamingTheKey() {
        assertThatThrownBy(() -> setup(Optional.empty(), Map.of("email", "ecologits-2026-03")))
                .hasMessageContaining(KEY + "email")
                .hasMessageContaining("does not compute");
    }
}
