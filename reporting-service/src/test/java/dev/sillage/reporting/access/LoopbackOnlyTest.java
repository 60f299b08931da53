package dev.sillage.reporting.access;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackOnlyTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.9.9.9"})
    void aLoopbackAddressStarts(String host) {
        assertThatNoException().isThrownBy(() -> LoopbackOnly.requireLoopback(host, "local"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no.such.host.invalid"})
    void anAddressThatOthersCanReachStopsTheStartAndNamesTheKey(String host) {
        assertThatThrownBy(() -> LoopbackOnly.requireLoopback(host, "local"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quarkus.http.host")
                .hasMessageContaining(host);
    }
}
