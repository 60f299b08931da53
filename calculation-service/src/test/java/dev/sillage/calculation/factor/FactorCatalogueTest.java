package dev.sillage.calculation.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorCatalogueTest {
    private final FactorCatalogue catalogue = FactorCatalogue.load();

    @Test
    void theBuiltInSetIsWholeAndNamesItsVersion() {
        assertThat(catalogue.version()).matches("2026\\.2\\+[0-9a-f]{12}");
        assertThat(catalogue.models().entries()).hasSize(356);
        assertThat(catalogue.factors("grid.ghg.location")).hasSizeGreaterThan(200);
    }

    @Test
    void everyBuiltInFileIsListed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/factors"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(FactorFiles.BUILT_IN);
        }
    }

    @Test
    void aFactorTellsWhereItComesFrom() {
        Factor france = catalogue.factor("grid.ghg.location", "FRA");

        assertThat(france.central()).isEqualTo(44.18);
        assertThat(france.unit()).isEqualTo("gCO2e/kWh");
        assertThat(france.source()).contains("Ember");
        assertThat(france.licence()).contains("CC BY 4.0");
    }

    @Test
    void everyFactorNamesASourceAndNoneIsOfAShareAlikeDatabase() {
        assertThat(catalogue.factors())
                .allSatisfy(factor -> assertThat(factor.source()).isNotBlank())
                .noneSatisfy(
                        factor -> assertThat(String.valueOf(factor.licence())).contains("ODbL"));
    }

    @Test
    void theSuspectZeroOfTheCentralAfricanRepublicIsNotUsed() {
        assertThat(catalogue.zones().find("CF")).isPresent();
        assertThat(catalogue.find("grid.ghg.location", "CAF")).isEmpty();
    }

    @Test
    void alphaTwoCodesAreThoseOfTheJavaPlatform() {
        Map<String, String> alpha2 = Stream.of(Locale.getISOCountries())
                .collect(Collectors.toMap(
                        code -> new Locale.Builder().setRegion(code).build().getISO3Country(), code -> code));

        assertThat(catalogue.factors("grid.ghg.location"))
                .filteredOn(factor -> alpha2.containsKey(factor.zone()))
                .hasSizeGreaterThan(200)
                .allSatisfy(factor -> assertThat(catalogue.zones().find(alpha2.get(factor.zone())))
                        .map(Zones.Zone::code)
                        .contains(factor.zone()));
    }

    @Test
    void zonesAreFoundByEitherCodeInAnyCase() {
        assertThat(catalogue.zones().find("fr")).isEqualTo(catalogue.zones().find("FRA"));
        assertThat(catalogue.zones().find("Atlantis")).isEmpty();
    }

    @Test
    void theFiguresOfTheRegistryHaveKeysLikeAnyFactor() {
        assertThat(catalogue.factor("model.openai.gpt-4o.parameters.active"))
                .satisfies(factor -> assertThat(factor.low()).isEqualTo(44))
                .satisfies(factor -> assertThat(factor.high()).isEqualTo(132));
        assertThat(catalogue.factor("provider.openai.pue").central()).isEqualTo(1.2);
    }

    @Test
    void anUnknownKeyIsRefusedByName() {
        assertThatThrownBy(() -> catalogue.factor("grid.ghg.locaton"))
                .isInstanceOf(FactorException.class)
                .hasMessageContaining("grid.ghg.locaton");
    }

    @Test
    void aDirectoryWithTheSameFilesIsTheSameSet(@TempDir Path directory) throws IOException {
        for (var file : FactorFiles.builtIn().byName().entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }

        assertThat(FactorCatalogue.load(directory).version()).isEqualTo(catalogue.version());
    }

    @Test
    void oneChangedByteIsAnotherVersion() {
        var files = new TreeMap<>(FactorFiles.builtIn().byName());
        files.put("extra.csv", (String.join(",", FactorReader.HEADER) + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(FactorCatalogue.load(new FactorFiles(files)).version())
                .startsWith("2026.2+")
                .isNotEqualTo(catalogue.version());
    }

    @Test
    void theLatestPeriodCounts() {
        var files = new TreeMap<>(FactorFiles.builtIn().byName());
        files.put(
                "tenant.csv",
                (String.join(",", FactorReader.HEADER)
                                + "\ngrid.ghg.location,CAF,gCO2e/kWh,,30,,2025-01-01,2025-12-31,,own,,,,"
                                + "\ngrid.ghg.location,CAF,gCO2e/kWh,,40,,2024-01-01,2024-12-31,,own,,,,\n")
                        .getBytes(StandardCharsets.UTF_8));

        FactorCatalogue own = FactorCatalogue.load(new FactorFiles(files));

        assertThat(own.factor("grid.ghg.location", "CAF").central()).isEqualTo(30);
        assertThat(own.factors("grid.ghg.location"))
                .filteredOn(row -> "CAF".equals(row.zone()))
                .hasSize(2);
    }
}
