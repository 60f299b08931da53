package dev.sillage.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.reporting.schema.Rollup;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Property
    void segmentsCoverARangeWithoutGapAndOverlapOnFullSpans(
            @ForAll @IntRange(max = 100_000) int fromMinute,
            @ForAll @IntRange(min = 1, max = 100_000) int minutes,
            @ForAll Rollup coarsest) {
        Instant from = START.plusSeconds(60L * fromMinute);
        Instant to = from.plusSeconds(60L * minutes);

        List<Segment> cover = Segment.cover(from, to, coarsest);

        Instant expected = from;
        for (Segment segment : cover) {
            assertThat(segment.from()).isEqualTo(expected);
            assertThat(segment.rollup().floor(segment.from())).isEqualTo(segment.from());
            assertThat(segment.rollup().floor(segment.to())).isEqualTo(segment.to());
            assertThat(segment.rollup()).isLessThanOrEqualTo(coarsest);
            expected = segment.to();
        }
        assertThat(expected).isEqualTo(to);
        assertThat(cover).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void aRangeOfSomeDaysIsReadFromDaysAndOnlyItsEndsFromFinerRollups() {
        List<Segment> cover =
                Segment.cover(Instant.parse("2026-03-01T22:58:00Z"), Instant.parse("2026-03-05T01:02:00Z"), Rollup.DAY);

        assertThat(cover)
                .extracting(Segment::rollup)
                .containsExactly(Rollup.MINUTE, Rollup.HOUR, Rollup.DAY, Rollup.HOUR, Rollup.MINUTE);
    }
}
