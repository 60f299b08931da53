package dev.sillage.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @Property
    void anInstantIsWrittenAsTheLibraryWritesIt(
            @ForAll @LongRange(min = -100_000L, max = 253_402_300_900L) long seconds,
            @ForAll @IntRange(max = 999_999) int micros,
            @ForAll @IntRange(max = 3) int coarser) {
        int nanos = coarser == 0
                ? micros * 1000 + 1
                : coarser == 1 ? micros * 1000 : coarser == 2 ? micros / 1000 * 1_000_000 : 0;
        Instant instant = Instant.ofEpochSecond(seconds, nanos);

        assertThat(TimeText.text(instant)).isEqualTo(instant.toString());
    }

    @Property
    void anInstantThatIsWrittenIsReadAgain(
            @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant instant = Instant.ofEpochSecond(seconds, nanos);

        assertThat(TimeText.parse(instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T12:00:00Z",
                "2026-03-01T12:00:00.5Z",
                "2026-03-01T12:00:00.000000001Z",
                "2024-02-29T23:59:59+14:00",
                "2026-03-01T12:00:00.Z",
                "2026-03-01T12:00Z"
            })
    void aTimeIsReadAsTheLibraryReadsIt(String text) {
        assertThat(TimeText.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01T12:00:00",
                "2026-02-29T12:00:00Z",
                "2026-03-01T24:00:01Z",
                "2026-03-01T12:00:60Z",
                "2026-03-01T12:00:00.0000000001Z",
                "2026-03-01 12:00:00Z",
                "2026-0a-01T12:00:00Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> TimeText.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
