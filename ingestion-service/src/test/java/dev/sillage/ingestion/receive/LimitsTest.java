package dev.sillage.ingestion.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.ingestion.publish.TestInFlightBytes;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final String PREFIX = "sillage.ingestion.receive.";

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        Limits limits = limits(Map.of());

        limits.check(new StartupEvent());

        assertThat(limits.maxBodyBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(limits.maxEvents()).isEqualTo(10_000);
        assertThat(limits.ofEvent().maxEventBytes()).isEqualTo(256 * 1024);
        assertThat(limits.ofEvent().maxNesting()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({
        "max-body-bytes,           0",
        "max-body-bytes,           17M",
        "max-unpacked-bytes,       0",
        "max-unpacked-bytes,       17M",
        "max-ratio,                1",
        "max-ratio,                10001",
        "body-timeout,             0s",
        "max-events,               0",
        "max-event-bytes,          1M",
        "max-nesting,              7",
        "max-nesting,              501",
        "max-attribute-length,     501",
        "max-extensions,           -1",
        "max-extension-length,     0",
        "max-problems-per-event,   0",
        "max-problems-per-request, 0",
    })
    void aValueThatMakesNoSenseStopsTheStartAndNamesItsKey(String key, String value) {
        Limits limits = limits(Map.of(PREFIX + key, value));

        assertThatThrownBy(() -> limits.check(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(PREFIX + key);
    }

    private static Limits limits(Map<String, String> settings) {
        ReceiveConfig config = new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(ReceiveConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ReceiveConfig.class);
        return new Limits(config, TestInFlightBytes.of("32M"));
    }
}
