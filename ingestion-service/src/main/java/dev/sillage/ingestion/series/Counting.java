package dev.sillage.ingestion.series;

import dev.sillage.ingestion.observation.Point;
import dev.sillage.ingestion.observation.Quantity;
import dev.sillage.ingestion.observation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a window adds to what was counted before: the points of delta series as they are, of cumulative ones the
 * difference. A point that comes again or late adds nothing, for a later one held it already; a series that starts anew
 * counts from zero, unless it may be one that was forgotten: then only what comes after counts, because counting
 * everything since its start could count something twice.
 *
 * @param next where the series stand afterwards
 * @param increments by quantity; empty when nothing new was told
 * @param telling the way of telling tokens that counts; null before the first
 * @param fromUnixNanos beginning of what is counted; 0 when not known
 * @param continued whether something else of exactly this time was counted just before, from another request
 * @param series of whatever is counted, so that it can be told from other series of exactly this time
 * @param refused how many points are of series for which there is no room
 */
record Counting(
        SeriesState next,
        Map<Quantity, Increment> increments,
        @Nullable Telling telling,
        long fromUnixNanos,
        boolean continued,
        long series,
        int refused) {
    /** Series about the same calls, for example of processes that are not told apart. */
    static final int MAX_ENTRIES = 200;

    /** A running process exports at least hourly, also when nothing happened. */
    private static final long SILENT_NANOS = Duration.ofHours(24).toNanos();

    /** A way of telling that was not used for that long may give way to another one. */
    private static final long TELLING_NANOS = Duration.ofMinutes(10).toNanos();

    /**
     * Counts a window.
     *
     * @param room how many further series may be kept
     */
    static Counting of(SeriesState state, Window window, Instant seenAt, int room) {
        List<Entry> entries = new ArrayList<>(state.entries());
        Map<Quantity, Increment> increments = new EnumMap<>(Quantity.class);
        long time = window.timeUnixNanos();
        long forgotten = state.forgottenUnixNanos();
        long from = Long.MAX_VALUE;
        int left = room;
        int refused = 0;
        long series = 0;
        Telling held = held(state, time);
        for (Point point : window.points()) {
            int known = indexOf(entries, point);
            Entry last = known < 0 ? null : entries.get(known);
            if (last != null && (time == last.timeUnixNanos() || (point.cumulative() && time < last.timeUnixNanos()))) {
                continue;
            }
            if (last == null) {
                if (entries.size() >= MAX_ENTRIES) {
                    int before = entries.size();
                    forgotten = Math.max(forgotten, forgetSilent(entries, time));
                    left += before - entries.size();
                }
                if (entries.size() >= MAX_ENTRIES || left <= 0) {
                    refused++;
                    continue;
                }
                left--;
                entries.add(Entry.of(point, time));
                if (point.cumulative() && point.startUnixNanos() < forgotten) {
                    continue;
                }
            } else if (time > last.timeUnixNanos()) {
                entries.set(known, Entry.of(point, time));
            }
            series = series * 31 + point.series();
            Entry before = point.cumulative() ? last : null;
            from = Math.min(from, before == null ? point.startUnixNanos() : before.timeUnixNanos());
            increments.merge(
                    point.quantity(),
                    before == null || before.isReset(point)
                            ? new Increment(point.sum(), point.count())
                            : since(before, point),
                    Increment::plus);
        }
        Telling telling = held == null ? Telling.first(increments) : held;
        boolean nothing = increments.isEmpty();
        SeriesState next = new SeriesState(
                entries,
                nothing ? state.fromUnixNanos() : from,
                nothing ? state.toUnixNanos() : time,
                seenAt.getEpochSecond(),
                forgotten,
                telling == null ? state.telling() : telling);
        boolean continued = !nothing && state.toUnixNanos() == time && state.fromUnixNanos() == from;
        return new Counting(next, increments, telling, nothing ? 0 : from, continued, series, refused);
    }

    /** The way of telling that counted before, while it is in use. */
    private static @Nullable Telling held(SeriesState state, long time) {
        Telling telling = state.telling();
        boolean inUse = telling != null
                && state.entries().stream()
                        .anyMatch(entry ->
                                telling.tells(entry.quantity()) && entry.timeUnixNanos() >= time - TELLING_NANOS);
        return inUse ? telling : null;
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

    /** Drops series that were silent for long, and answers when the last of them was heard of; 0 when none was dropped. */
    private static long forgetSilent(List<Entry> entries, long time) {
        long latest = 0;
        for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
            Entry entry = all.next();
            if (entry.timeUnixNanos() < time - SILENT_NANOS) {
                latest = Math.max(latest, entry.timeUnixNanos());
                all.remove();
            }
        }
        return latest;
    }
}
