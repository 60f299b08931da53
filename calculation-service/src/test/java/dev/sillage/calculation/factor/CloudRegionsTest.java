package dev.sillage.calculation.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudRegionsTest {
    private final FactorCatalogue catalogue = FactorCatalogue.load();
    private final CloudRegions regions = catalogue.cloudRegions();

    @Test
    void aRegionHasFactorsThatAnybodyCanLookUp() {
        CloudSite paris = regions.find("aws", "eu-west-3").orElseThrow();

        assertThat(paris.region().zone()).isEqualTo("FRA");
        assertThat(paris.pue()).isEqualTo(catalogue.factor("cloud.pue", "aws:eu-west-3"));
        assertThat(paris.grid()).extracting(Factor::central).isEqualTo(52.87);
        assertThat(paris.water()).extracting(Factor::zone).isEqualTo("aws:eu-west-3");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS, EU-West-3, aws:eu-west-3",
        "amazon, eu-west-3, aws:eu-west-3",
        "azure, westeurope, azure:eu-west",
        "Microsoft, francecentral, azure:fr-central",
        "google cloud, europe-west1, gcp:europe-west1"
    })
    void regionsAreFoundByAnyOfTheirNames(String provider, String region, String code) {
        assertThat(regions.find(provider, region))
                .map(site -> site.region().code())
                .contains(code);
    }

    @Test
    void whatARegionDoesNotTellComesFromItsProvider() {
        CloudSite stockholm = regions.find("gcp", "europe-north2").orElseThrow();

        assertThat(stockholm.pue()).isEqualTo(catalogue.factor("cloud.pue", "gcp:*"));
        assertThat(stockholm.wue()).isNull();
    }

    @Test
    void anUnknownRegionIsNotGuessed() {
        assertThat(regions.find("aws", "eu-atlantis-1")).isEmpty();
        assertThat(regions.anyOf("aws")).isPresent();
        assertThat(regions.anyOf("somebody")).isEmpty();
    }

    @Test
    void everyRegionHasACountryOfTheZones() {
        assertThat(regions.sites()).hasSizeGreaterThan(215);
        assertThat(regions.all())
                .filteredOn(region -> !region.region().equals(CloudRegion.ANY))
                .allSatisfy(region -> assertThat(catalogue.zones().find(String.valueOf(region.zone())))
                        .isPresent());
    }
}
