package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.schema.Rollup;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of a series, without a gap between them. The first can begin before the range, and the last can end after it.
 *
 * @param bounds the beginning of each step, and the end of the last
 */
record Steps(List<Instant> bounds) {

    /**
     * The steps that a range touches.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when the clocks of the zone do not agree with full minutes
     */
    static Steps of(Interval interval, Instant from, Instant to, ZoneId zone) {
        List<Instant> bounds = new ArrayList<>();
        Instant bound = interval.floor(from, zone);
        bounds.add(bound);
        while (bound.isBefore(to)) {
            bound = interval.next(bound, zone);
            bounds.add(bound);
        }
        for (Instant each : bounds) {
            if (interval != Interval.NONE && !Rollup.MINUTE.floor(each).equals(each)) {
                throw Problem.invalidParameter(
                        "timeZone",
                        "The clocks of " + zone + " were not on full minutes of UTC at " + each
                                + ", and minutes are the finest that is kept. Use UTC for that time.");
            }
        }
        return new Steps(List.copyOf(bounds));
    }

    int count() {
        return bounds.size() - 1;
    }

    Instant beginning(int step) {
        return bounds.get(step);
    }

    Instant end(int step) {
        return bounds.get(step + 1);
    }

    /** Whether each is one span of that rollup. */
    boolean areSpansOf(Rollup rollup) {
        for (int step = 0; step < count(); step++) {
            Instant beginning = beginning(step);
            if (!rollup.floor(beginning).equals(beginning)
                    || !rollup.next(beginning).equals(end(step))) {
                return false;
            }
        }
        return true;
    }

    /** The index of the step that begins then. */
    int indexOf(Instant beginning) {
        int index = Collections.binarySearch(bounds, beginning);
        if (index < 0) {
            throw new IllegalArgumentException("no step begins at " + beginning);
        }
        return index;
    }

    /**
     * Where to read a range, so that no row lies in two steps: each step from the coarsest rollups that lie within it,
     * and what touches joined together.
     *
     * @param from on a full minute
     * @param to on a full minute, exclusive
     */
    Map<Rollup, List<Segment>> cover(Instant from, Instant to, Rollup coarsest) {
        Map<Rollup, List<Segment>> cover = new EnumMap<>(Rollup.class);
        for (int step = 0; step < count(); step++) {
            Instant first = beginning(step).isBefore(from) ? from : beginning(step);
            Instant end = end(step).isAfter(to) ? to : end(step);
            for (Segment segment : Segment.cover(first, end, coarsest)) {
                add(segment, cover.computeIfAbsent(segment.rollup(), rollup -> new ArrayList<>()));
            }
        }
        return cover;
    }

    private static void add(Segment segment, List<Segment> segments) {
        int last = segments.size() - 1;
        if (last >= 0 && segments.get(last).to().equals(segment.from())) {
            segments.set(last, new Segment(segment.rollup(), segments.get(last).from(), segment.to()));
        } else {
            segments.add(segment);
        }
    }
}
