package dev.sillage.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedWithTest {

    @ParameterizedTest
    @CsvSource({
        // whole months, of 31 and of 28 days; with them the clocks
        "previousPeriod, UTC,          2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z, 2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "previousPeriod, Europe/Paris, 2026-03-31T22:00:00Z, 2026-04-30T22:00:00Z, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
        // whole days, one of them of 23 hours
        "previousPeriod, Europe/Paris, 2026-03-29T22:00:00Z, 2026-03-30T22:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        // anything else
        "previousPeriod, UTC,          2026-03-01T10:30:00Z, 2026-03-01T12:00:00Z, 2026-03-01T09:00:00Z, 2026-03-01T10:30:00Z",
        "previousYear,   UTC,          2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z, 2025-03-01T00:00:00Z, 2025-04-01T00:00:00Z",
        "previousYear,   Europe/Paris, 2026-03-29T22:00:00Z, 2026-03-30T22:00:00Z, 2025-03-29T23:00:00Z, 2025-03-30T22:00:00Z",
        // 28 February of a leap year, and the 29th
        "previousYear,   UTC,          2024-02-28T00:00:00Z, 2024-02-29T00:00:00Z, 2023-02-28T00:00:00Z, 2023-03-01T00:00:00Z",
        "previousYear,   UTC,          2024-02-29T00:00:00Z, 2024-03-01T00:00:00Z, 2023-02-28T00:00:00Z, 2023-03-01T00:00:00Z",
    })
    void theEarlierRangeIsThatOfTheCalendar(
            String comparison, String zone, Instant from, Instant to, Instant earlierFrom, Instant earlierTo) {
        TimeRange earlier = ComparedWith.ofWireName(comparison).of(new TimeRange(from, to), ZoneId.of(zone));

        assertThat(earlier).isEqualTo(new TimeRange(earlierFrom, earlierTo));
    }
}
