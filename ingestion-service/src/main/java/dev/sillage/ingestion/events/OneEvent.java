package dev.sillage.ingestion.events;

import dev.sillage.ingestion.check.Slice;
import java.util.List;

/** A body that is one event: all of it, unless there is nothing but white space. */
final class OneEvent {
    private OneEvent() {}

    static List<Slice> split(byte[] body) {
        int start = JsonText.skipWhiteSpace(body, JsonText.start(body));
        return start == body.length ? List.of() : List.of(new Slice(body, start, body.length - start));
    }
}
