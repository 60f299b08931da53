package dev.sillage.calculation.model.cloud;

import static dev.sillage.calculation.model.cloud.CloudMethod.photos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Storage;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import dev.sillage.footprint.Criterion;
import org.junit.jupiter.api.Test;

class StorageModelTest {
    private final CloudMethod method = new CloudMethod();

    /** methodology.md section 7: 1.94 kWh and 2.4 kg for 100 GB of photos in three copies for a year, PUE 1.135. */
    @Test
    void aYearOfPhotosIsThatOfTheMethodology() throws Exception {
        Footprint footprint = method.footprint(photos("aws", null, 3.0));
        assertThat(footprint.figures().get(Criterion.ENERGY).central()).isCloseTo(1.94, within(0.005));
        assertThat(footprint.figures().get(Criterion.GHG_EMBODIED).central()).isCloseTo(2.4, within(1e-9));
        assertThat(footprint.figures().get(Criterion.GHG_EMBODIED).low()).isLessThan(0.15);
        ExplanationCheck.check(method.explain(photos("aws", "eu-west-3", 3.0)));
    }

    @Test
    void manufactureOutweighsElectricityOnALowCarbonGrid() throws Exception {
        Footprint footprint = method.footprint(photos("aws", "eu-west-3", null));
        assertThat(footprint.figures().get(Criterion.GHG_EMBODIED).central())
                .isGreaterThan(10
                        * footprint
                                .figures()
                                .get(Criterion.GHG_OPERATIONAL_LOCATION)
                                .central());
    }

    @Test
    void aServiceBringsItsCopiesAndItsProvider() throws Exception {
        Footprint s3 = method.footprint(photos("Amazon S3", "eu-west-3", null));
        assertThat(s3.provider()).isEqualTo("aws");
        assertThat(s3.warnings()).doesNotContain("replication-assumed");
        assertThat(s3.figures().get(Criterion.ENERGY).central())
                .isCloseTo(
                        2
                                * method.footprint(photos("aws", "eu-west-3", 3.0))
                                        .figures()
                                        .get(Criterion.ENERGY)
                                        .central(),
                        within(1e-9));
    }

    @Test
    void copiesThatAreNotToldAreUncertain() throws Exception {
        Footprint told = method.footprint(photos("aws", "eu-west-3", 3.0));
        Footprint assumed = method.footprint(photos("aws", "eu-west-3", null));
        assertThat(assumed.warnings()).contains("replication-assumed");
        assertThat(assumed.figures().get(Criterion.ENERGY).low())
                .isLessThan(told.figures().get(Criterion.ENERGY).low());
    }

    @Test
    void whatTheDataAreChangesNothing() throws Exception {
        Storage mail = new Storage("aws", "eu-west-3", 100, 8760, "hdd", 3.0, "mail");
        assertThat(method.footprint(mail).figures())
                .isEqualTo(method.footprint(photos("aws", "eu-west-3", 3.0)).figures());
    }

    @Test
    void aMediumThatIsNotToldIsAHardDisk() throws Exception {
        Footprint footprint = method.footprint(new Storage("aws", "eu-west-3", 100, 8760, null, 3.0, null));
        assertThat(footprint.warnings()).contains("medium-assumed:hdd");
        assertThat(footprint.figures())
                .isEqualTo(method.footprint(photos("aws", "eu-west-3", 3.0)).figures());
    }
}
