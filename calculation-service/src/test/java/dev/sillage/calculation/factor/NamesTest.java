package dev.sillage.calculation.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private final FactorCatalogue catalogue = FactorCatalogue.load();

    @ParameterizedTest
    @CsvSource({
        "HARDWARE, A100, a100-sxm4-80gb",
        "HARDWARE, NVIDIA A100-SXM4-80GB, a100-sxm4-80gb",
        "HARDWARE, NVIDIA A100-PCIE-40GB, a100-pcie-40gb",
        "HARDWARE, h100 sxm, h100",
        "HARDWARE, NVIDIA H100 80GB HBM3, h100",
        "HARDWARE, Tesla V100-SXM2-16GB, v100-sxm2",
        "HARDWARE, NVIDIA GeForce RTX 4090, rtx-4090",
        "HARDWARE, Intel(R) Xeon(R) Gold 6148, xeon-gold-6148",
        "COMPUTE_GPU, NVIDIA_TESLA_T4, t4",
        "COMPUTE_GPU, A100-SXM4-80GB, a100",
        "STORAGE_SERVICE, Amazon S3, s3",
        "STORAGE_SERVICE, gp3, ebs",
        "SOCIAL_APP, Twitter, x",
        "IMAGE_MODEL, FLUX.1-dev, flux-1-dev"
    })
    void whatIsCalledLikeThatIsFound(Names.Kind kind, String name, String id) {
        assertThat(catalogue.names().find(kind, name)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"HARDWARE, Abacus 9000", "HARDWARE, ''", "HARDWARE, NVIDIA", "SOCIAL_APP, Xanga"})
    void whatIsNotKnownIsNotGuessed(Names.Kind kind, String name) {
        assertThat(catalogue.names().find(kind, name)).isEmpty();
    }

    @Test
    void anArchitectureIsTakenFromAnotherProviderWhenThisOneHasNone() {
        assertThat(catalogue.vcpuKey("gcp", "Ice Lake")).contains("compute.vcpu.gcp.ice-lake");
        assertThat(catalogue.vcpuKey("azure", "ice lake")).contains("compute.vcpu.aws.ice-lake");
        assertThat(catalogue.vcpuKey("aws", "Graviton4")).isEmpty();
        assertThat(catalogue.find("compute.vcpu.gcp.ice-lake.min")).isPresent();
    }

    @Test
    void theManufactureOfAnH100SpansItsThreeSources() {
        Factor h100 = catalogue.factor("hardware.h100.embodied.gwp");

        assertThat(h100.low()).isEqualTo(164);
        assertThat(h100.central()).isEqualTo(273);
        assertThat(h100.high()).isEqualTo(575);
        assertThat(catalogue.factor("hardware.h100.peak-dense").central())
                .as("dense, half of the sparse figure of the data sheet")
                .isEqualTo(989);
    }
}
