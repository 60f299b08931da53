package dev.sillage.ingestion.series;

import dev.sillage.ingestion.observation.Point;
import dev.sillage.ingestion.observation.Quantity;
import dev.sillage.ingestion.observation.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a window adds to what was counted before: the points of delta series as they are, of cumulative ones the
 * difference. A point that comes again or late adds nothing, for a later one held it already; a series that starts anew
 * counts from zero.
 *
 * @param next where the series stand afterwards
 * @param increments by quantity; empty when nothing new was told
 * @param fromUnixNanos beginning of what is counted; 0 when not known
 * @param continued whether something else of exactly this time was counted just before, from another request
 */
record Counting(SeriesState next, Map<Quantity, Increment> increments, long fromUnixNanos, boolean continued) {
    /** Whoever tells more apart loses those that were silent longest. */
    private static final int MAX_ENTRIES = 200;

    static Counting of(SeriesState state, Window window, Instant seenAt) {
        List<Entry> entries = new ArrayList<>(state.entries());
        Map<Quantity, Increment> increments = new EnumMap<>(Quantity.class);
        long from = Long.MAX_VALUE;
        for (Point point : window.points()) {
            int known = indexOf(entries, point);
            Entry last = known < 0 ? null : entries.get(known);
            long time = window.timeUnixNanos();
            if (last != null && (time == last.timeUnixNanos() || (point.cumulative() && time < last.timeUnixNanos()))) {
                continue;
            }
            Entry before = point.cumulative() ? last : null;
            from = Math.min(from, before == null ? point.startUnixNanos() : before.timeUnixNanos());
            increments.merge(
                    point.quantity(),
                    before == null || before.isReset(point)
                            ? new Increment(point.sum(), point.count())
                            : since(before, point),
                    Increment::plus);
            if (last == null) {
                entries.add(Entry.of(point, time));
            } else if (time > last.timeUnixNanos()) {
                entries.set(known, Entry.of(point, time));
            }
        }
        if (increments.isEmpty()) {
            return new Counting(
                    new SeriesState(entries, state.fromUnixNanos(), state.toUnixNanos(), seenAt.getEpochSecond()),
                    increments,
                    0,
                    false);
        }
        boolean continued = state.toUnixNanos() == window.timeUnixNanos() && state.fromUnixNanos() == from;
        forgetSilent(entries);
        return new Counting(
                new SeriesState(entries, from, window.timeUnixNanos(), seenAt.getEpochSecond()),
                increments,
                from,
                continued);
    }

    private static int indexOf(List<Entry> entries, Point point) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isOf(point)) {
                return i;
            }
        }
        return -1;
    }

    private static Increment since(Entry last, Point point) {
        Long now = point.count();
        Long before = last.count();
        return new Increment(
                point.sum() - last.sum(), now == null ? null : Long.valueOf(before == null ? now : now - before));
    }

    private static void forgetSilent(List<Entry> entries) {
        if (entries.size() > MAX_ENTRIES) {
            entries.sort(Comparator.comparingLong(Entry::timeUnixNanos));
            entries.subList(0, entries.size() - MAX_ENTRIES).clear();
        }
    }
}
