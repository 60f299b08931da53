package dev.sillage.calculation.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.Activity;
import dev.sillage.activity.Compute;
import dev.sillage.activity.LlmInference;
import dev.sillage.activity.Storage;
import dev.sillage.activity.WebSearch;
import dev.sillage.calculation.factor.FactorCatalogue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
    private static final Regions REGIONS = new Regions(FactorCatalogue.load());

    private static Activity machine(@Nullable String provider, @Nullable String region) {
        return new Compute(provider, region, 1, null, null, null, null, null, null);
    }

    private static Activity prompt(String provider, @Nullable String model, @Nullable String zone) {
        return new LlmInference(provider, model, 1, 1, null, null, null, null, null, zone, null);
    }

    @ParameterizedTest
    @CsvSource({
        "aws,          eu-west-3,    eu-west-3",
        "Amazon,       EU-West-3,    eu-west-3",
        "azure,        westeurope,   eu-west",
        "gcp,          europe-west1, europe-west1",
        ",             eu-west-3,    eu-west-3",
        "own-machines, eu-west-3,    eu-west-3",
        "own-machines, Cellar 2,     Cellar 2",
        "aws,          FRA,          ",
        "aws,          fr,           ",
        "aws,          *,            ",
        "aws,          ,             ",
    })
    void aMachineRunsInTheRegionThatItNamesAndACountryIsNone(
            @Nullable String provider, @Nullable String named, @Nullable String region) {
        assertThat(REGIONS.of(machine(provider, named))).isEqualTo(region);
    }

    @Test
    void storageIsWhereItSays() {
        assertThat(REGIONS.of(new Storage("gcp", "europe-west1", 1, 1, null, null, null)))
                .isEqualTo("europe-west1");
    }

    @ParameterizedTest
    @CsvSource({
        "aws.bedrock, claude,                             eu-west-3,  eu-west-3",
        "aws.bedrock, arn:aws:bedrock:eu-west-3:1:model,  ,           eu-west-3",
        "aws.bedrock, arn:aws:bedrock:eu-west-3:1:model,  DEU,        ",
        "openai,      gpt-4o,                             westeurope, eu-west",
        "openai,      gpt-4o,                             FRA,        ",
        "openai,      gpt-4o,                             somewhere,  ",
        "openai,      gpt-4o,                             ,           ",
    })
    void aModelRunsInARegionWhenACloudKnowsWhatItNames(
            String provider, String model, @Nullable String zone, @Nullable String region) {
        assertThat(REGIONS.of(prompt(provider, model, zone))).isEqualTo(region);
    }

    @Test
    void whatRunsInNoCloudHasNone() {
        assertThat(REGIONS.of(new WebSearch(1, null, null, "FRA"))).isNull();
    }
}
