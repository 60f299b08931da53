package dev.sillage.reporting.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushTargetTest {

    @ParameterizedTest
    @CsvSource({
        "http://collector.example/v1/metrics",
        "http://127.0.0.1.example/v1/metrics",
        "ftp://localhost/v1/metrics",
        "https://user:password@collector.example/v1/metrics",
        "https://collector.example",
        "https:/v1/metrics",
        "/v1/metrics",
    })
    void anAddressThatWouldShowTheFiguresToOthersStopsTheStart(String endpoint) {
        assertThatThrownBy(() -> PushTarget.of("acme", collector(endpoint, Duration.ofMinutes(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sillage.reporting.export.otlp.tenants.\"acme\".endpoint")
                .hasMessageNotContaining("password@");
    }

    @ParameterizedTest
    @CsvSource({
        "https://collector.example/v1/metrics",
        "http://localhost:4318/v1/metrics",
        "http://127.0.0.1:4318/v1/metrics",
        "http://[::1]:4318/v1/metrics",
    })
    void whatIsReadByTheCollectorOnlyDoesNot(String endpoint) {
        assertThat(PushTarget.of("acme", collector(endpoint, Duration.ofMinutes(1)))
                        .endpoint())
                .isEqualTo(URI.create(endpoint));
    }

    @ParameterizedTest
    @CsvSource({"PT0.5S", "PT0S", "PT-5S", "PT25H"})
    void anIntervalThatIsTooShortOrTooLongStopsTheStart(Duration interval) {
        assertThatThrownBy(() -> PushTarget.of("acme", collector("http://localhost:4318/v1/metrics", interval)))
                .hasMessageContaining(".interval");
    }

    private static PushConfig.Collector collector(String endpoint, Duration interval) {
        return new PushConfig.Collector() {
            @Override
            public URI endpoint() {
                return URI.create(endpoint);
            }

            @Override
            public Map<String, String> headers() {
                return Map.of();
            }

            @Override
            public Duration interval() {
                return interval;
            }
        };
    }
}
