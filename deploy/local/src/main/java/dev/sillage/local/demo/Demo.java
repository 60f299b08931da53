package dev.sillage.local.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All events of the demonstration, in the order in which they are replayed: the real trace, then the office day. */
public final class Demo {
    private final List<DemoEvent> events;

    private Demo(List<DemoEvent> events) {
        this.events = events;
    }

    /** The demonstration that ends when the shift says. */
    public static Demo endingAt(Shift shift) {
        List<DemoEvent> events = new ArrayList<>(new Trace(TraceAssumption.load()).endingAt(shift.end()));
        events.addAll(new OfficeDay(OfficeParameters.load()).endingAt(shift.end()));
        return new Demo(events);
    }

    public int size() {
        return events.size();
    }

    /** Each event as one CloudEvent in JSON, without a line end. */
    public List<byte[]> lines() {
        EventWriter writer = new EventWriter();
        return events.stream().map(writer::write).toList();
    }

    /** The full minute in which the first event is. */
    public Instant from() {
        return events.stream()
                .map(DemoEvent::time)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .truncatedTo(ChronoUnit.MINUTES);
    }

    /** The first full minute after the last event. */
    public Instant to() {
        return events.stream()
                .map(DemoEvent::time)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .truncatedTo(ChronoUnit.MINUTES)
                .plus(1, ChronoUnit.MINUTES);
    }
}
