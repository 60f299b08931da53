package dev.sillage.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void sevenPortsFollowTheBase() {
        assertThat(Ports.from(8080)).isEqualTo(new Ports(8080, 8081, 8082, 8083, 8084, 8085, 8086));
    }

    @Test
    void aTakenPortIsNamedWithThePartThatWantedItAndAWayOut() throws Exception {
        Ports free = Ports.free();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(
                    free.ingestion(),
                    free.calculation(),
                    free.reporting(),
                    other.getLocalPort(),
                    free.controller(),
                    free.database(),
                    free.grpc());

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + ", which the Kafka broker needs")
                    .hasMessageContaining("--port-base ")
                    .hasMessageNotContaining("PostgreSQL");
        }
    }

    @Test
    void aPortThatEveryInterfaceListensOnIsTaken() throws Exception {
        Ports free = Ports.free();
        try (ServerSocket everywhere = new ServerSocket(free.database())) {
            assertThat(everywhere.getInetAddress().isAnyLocalAddress()).isTrue();
            assertThatThrownBy(free::requireFree).hasMessageContaining("the PostgreSQL database needs");
        }
    }

    @Test
    void freePortsAreFine() {
        assertThatCode(() -> Ports.free().requireFree()).doesNotThrowAnyException();
    }
}
