package dev.sillage.calculation.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    @Test
    void thisMachineMayAsk() {
        assertThatCode(() -> Access.check("local", "127.0.0.1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void anAddressThatOtherMachinesReachStopsTheStart(String host) {
        assertThatThrownBy(() -> Access.check("local", host)).hasMessageContaining("quarkus.http.host=" + host);
    }

    @Test
    void aTenantThatIsNoNameStopsTheStart() {
        assertThatThrownBy(() -> Access.check("a b", "127.0.0.1")).hasMessageContaining("sillage.access.tenant");
    }
}
