package dev.sillage.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightBytesTest {
    private final InFlightBytes inFlight = TestInFlightBytes.of("100");

    @Test
    void whatIsHeldByAllRequestsNeverPassesTheLimit() {
        try (InFlightBytes.Reservation one = inFlight.open();
                InFlightBytes.Reservation other = inFlight.open()) {
            assertThat(one.grow(60)).isTrue();
            assertThat(other.grow(41)).isFalse();
            assertThat(other.grow(40)).isTrue();
            assertThat(one.grow(1)).isFalse();
        }
    }

    @Test
    void whatARequestHeldIsGivenBackOnce() {
        InFlightBytes.Reservation one = inFlight.open();
        one.grow(100);
        one.close();
        one.close();

        assertThat(inFlight.open().grow(101)).isFalse();
        assertThat(inFlight.open().grow(100)).isTrue();
    }
}
