package dev.sillage.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:30:00Z,             2026-11-23T09:30:00Z",
        "2026-11-23t09:30:00z,             2026-11-23T09:30:00Z",
        "2026-11-23T09:30:00.5+05:30,      2026-11-23T04:00:00.500Z",
        "2026-11-23T00:00:00-00:00,        2026-11-23T00:00:00Z",
        "2024-02-29T23:59:59.123456789Z,   2024-02-29T23:59:59.123456789Z",
        "2026-01-01T00:00:00.0000000009Z,  2026-01-01T00:00:00Z",
        "2016-12-31T23:59:60Z,             2017-01-01T00:00:00Z",
        "2016-12-31T15:59:60-08:00,        2017-01-01T00:00:00Z",
    })
    void aDateTimeIsRead(String text, Instant expected) {
        assertThat(Rfc3339.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23",
                "2026-11-23T09:30Z",
                "2026-11-23T09:30:00",
                "2026-11-23 09:30:00Z",
                "2026-11-23T09:30:00.Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T23:60:00Z",
                "2026-11-23T23:00:61Z",
                "2026-11-23T12:00:60Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-11-23T09:30:00+0100",
                "2026-11-23T09:30:00+24:00",
                "2026-11-23T09:30:00+01:60",
                "2026-11-23T09:30:00+01:00:00",
                "2026-11-23T09:30:00ZZ",
                "+2026-11-23T09:30:00Z",
                "26-11-23T09:30:00Z",
                "2026-11-23T09:30:00Zx",
                "T",
                "2026-1１-23T09:30:00Z"
            })
    void whatIsNotADateTimeIsNot(String text) {
        assertThat(Rfc3339.parse(text)).isNull();
    }

    @Property
    void whatTheJdkWritesIsRead(
            @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -1080, max = 1080) int offsetMinutes) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        OffsetDateTime written = instant.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        if (written.getYear() <= 9999 && written.getSecond() != 0) {
            assertThat(Rfc3339.parse(written.toString())).isEqualTo(instant);
        }
    }
}
