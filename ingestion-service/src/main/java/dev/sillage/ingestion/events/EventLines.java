package dev.sillage.ingestion.events;

import dev.sillage.ingestion.check.Slice;
import java.util.ArrayList;
import java.util.List;

/** A body with an event on each line; blank lines are passed over. JSON has no bare line feed inside a text. */
final class EventLines {
    private EventLines() {}

    /** The lines, but no more than one above {@code maxEvents}: the rest would be refused anyway. */
    static List<Slice> split(byte[] body, int maxEvents) {
        List<Slice> events = new ArrayList<>();
        int lineStart = JsonText.start(body);
        while (lineStart < body.length && events.size() <= maxEvents) {
            int lineEnd = lineStart;
            while (lineEnd < body.length && body[lineEnd] != '\n') {
                lineEnd++;
            }
            int start = lineStart;
            int end = lineEnd;
            while (start < end && JsonText.isWhiteSpace(body[start])) {
                start++;
            }
            while (end > start && JsonText.isWhiteSpace(body[end - 1])) {
                end--;
            }
            if (start < end) {
                events.add(new Slice(body, start, end - start));
            }
            lineStart = lineEnd + 1;
        }
        return events;
    }
}
