package dev.sillage.calculation.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
        Path factors = Path.of("src/main/resources/factors");
        try (Stream<Path> files = Files.walk(factors)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> factors.relativize(file).toString())
                            .filter(name -> !name.startsWith("history/")))
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
    void aSetWithoutTheShareAlikeTablesHasNoFactorOfAShareAlikeDatabase() {
        FactorCatalogue open = FactorCatalogue.load(withoutShareAlike());

        assertThat(open.factors()).hasSizeGreaterThan(2000).noneSatisfy(factor -> assertThat(
                        String.valueOf(factor.licence()))
                .contains("ODbL"));
        assertThat(open.factor("grid.ghg.location", "FRA").central()).isEqualTo(44.18);
        assertThat(open.cloudRegions().find("aws", "eu-west-3").orElseThrow().pue())
                .isEqualTo(open.factor("cloud.pue", "aws:*"));
        assertThat(open.find("grid.ghg.location.consumption", "FRA")).isEmpty();
    }

    @Test
    void shareAlikeRowsTakeThePlaceOfOthers() {
        Factor open = FactorCatalogue.load(withoutShareAlike()).factor("grid.ghg.location", "FRA");
        Factor whole = catalogue.factor("grid.ghg.location", "FRA");

        assertThat(whole.central()).isEqualTo(open.central());
        assertThat(whole.low()).isLessThan(open.low());
        assertThat(whole.licence()).contains("ODbL");
        assertThat(catalogue.factors("grid.ghg.location"))
                .filteredOn(row -> "FRA".equals(row.zone()))
                .hasSize(1);
    }

    @Test
    void everyGridFactorHasARangeOfAtLeastFivePercent() {
        assertThat(catalogue.factors("grid.ghg.location"))
                .allSatisfy(grid -> assertThat(grid.low()).isLessThanOrEqualTo(grid.central() * 0.95001))
                .allSatisfy(grid -> assertThat(grid.high()).isGreaterThanOrEqualTo(grid.central() * 1.04999));
    }

    @Test
    void theFactorsOfReferenceMethodsArePoints() {
        assertThat(catalogue.factors())
                .filteredOn(factor -> factor.key().matches("(ademe|swd|ccf|ecologits\\.mix)\\..*"))
                .hasSizeGreaterThan(250)
                .allSatisfy(factor -> assertThat(factor.low()).isEqualTo(factor.high()));
    }

    @Test
    void theSuspectZeroOfTheCentralAfricanRepublicIsReplaced() {
        Factor grid = catalogue.factor("grid.ghg.location", "CAF");

        assertThat(grid.central()).isEqualTo(24);
        assertThat(grid.note()).contains("a hole and not a figure");
        assertThat(FactorCatalogue.load(withoutShareAlike()).find("grid.ghg.location", "CAF"))
                .isEmpty();
    }

    private static FactorFiles withoutShareAlike() {
        TreeMap<String, byte[]> files = new TreeMap<>(FactorFiles.builtIn().byName());
        files.keySet().removeIf(name -> name.startsWith(FactorFiles.SHARE_ALIKE));
        return new FactorFiles(files);
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
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
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
                                + "\ngrid.ghg.location,AND,gCO2e/kWh,,30,,2025-01-01,2025-12-31,,own,2025,own,measured,"
                                + "\ngrid.ghg.location,AND,gCO2e/kWh,,40,,2024-01-01,2024-12-31,,own,2025,own,measured,\n")
                        .getBytes(StandardCharsets.UTF_8));

        FactorCatalogue own = FactorCatalogue.load(new FactorFiles(files));

        assertThat(own.factor("grid.ghg.location", "AND").central()).isEqualTo(30);
        assertThat(on(own, "2024-06-30")).as("of that day").isEqualTo(40);
        assertThat(on(own, "2026-06-30")).as("the latest before").isEqualTo(30);
        assertThat(on(own, "2020-06-30")).as("the earliest").isEqualTo(40);
        assertThat(own.factors("grid.ghg.location"))
                .filteredOn(row -> "AND".equals(row.zone()))
                .hasSize(2);
    }

    private static double on(FactorCatalogue factors, String day) {
        return factors.find("grid.ghg.location", "AND", LocalDate.parse(day))
                .orElseThrow()
                .central();
    }
}
