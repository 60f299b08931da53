package dev.sillage.ingestion.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
    void theServiceStartsOnLoopback(String host) {
        assertThatCode(() -> Access.check("local", host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void theServiceRefusesToStartAnywhereElseAndNamesTheKey(String host) {
        assertThatThrownBy(() -> Access.check("local", host))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.http.host=" + host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "a b",
                "a\u001fb",
                "é",
                "x2345678901234567890123456789012345678901234567890123456789012345"
            })
    void aTenantWithoutAProperNameStopsTheStart(String tenant) {
        assertThatThrownBy(() -> Access.check(tenant, "127.0.0.1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sillage.access.tenant");
    }
}
