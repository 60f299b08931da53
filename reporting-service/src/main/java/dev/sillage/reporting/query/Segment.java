package dev.sillage.reporting.query;

import dev.sillage.reporting.schema.Rollup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a range that one rollup answers exactly.
 *
 * @param rollup where to read
 * @param from first bucket
 * @param to end, exclusive
 */
record Segment(Rollup rollup, Instant from, Instant to) {

    /**
     * Covers a range with as few rows as possible: whole months from months, what is left at both ends from whole days,
     * then from whole hours, and the rest from minutes.
     *
     * @param from on a full minute
     * @param to on a full minute, exclusive
     * @param coarsest no coarser rollup is used
     */
    static List<Segment> cover(Instant from, Instant to, Rollup coarsest) {
        List<Segment> cover = new ArrayList<>();
        cover(from, to, coarsest, cover);
        return cover;
    }

    private static void cover(Instant from, Instant to, Rollup rollup, List<Segment> cover) {
        Instant first = rollup.ceiling(from);
        Instant last = rollup.floor(to);
        boolean holdsWholeSpans = first.isBefore(last);
        if (rollup == Rollup.MINUTE) {
            if (holdsWholeSpans) {
                cover.add(new Segment(rollup, first, last));
            }
            return;
        }
        Rollup finer = rollup.finer();
        if (holdsWholeSpans) {
            cover(from, first, finer, cover);
            cover.add(new Segment(rollup, first, last));
            cover(last, to, finer, cover);
        } else {
            cover(from, to, finer, cover);
        }
    }
}
