package dev.sillage.ingestion.events;

import dev.sillage.ingestion.check.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * A body that is a JSON array of events. Only brackets and texts are followed here, to find where each element ends;
 * what is between is read later, element by element, so that one that is too large or too deep costs nobody else.
 */
final class EventArray {
    private final byte[] body;
    private final int maxEvents;
    private int position;

    EventArray(byte[] body, int maxEvents) {
        this.body = body;
        this.maxEvents = maxEvents;
    }

    /** The elements, but no more than one above the limit: the rest would be refused anyway. */
    List<Slice> split() {
        position = JsonText.start(body);
        skipWhiteSpace();
        if (position == body.length) {
            return List.of();
        }
        expect('[');
        List<Slice> events = new ArrayList<>();
        skipWhiteSpace();
        if (peek() == ']') {
            position++;
        } else {
            do {
                skipWhiteSpace();
                events.add(element());
                if (events.size() > maxEvents) {
                    return events;
                }
                skipWhiteSpace();
            } while (skipIf(','));
            expect(']');
        }
        skipWhiteSpace();
        if (position < body.length) {
            throw Position.START.advancedTo(body, position).malformed();
        }
        return events;
    }

    /** The body without what may surround its only JSON value; empty when there is none. */
    static Slice onlyValue(byte[] body) {
        EventArray at = new EventArray(body, 1);
        at.position = JsonText.start(body);
        at.skipWhiteSpace();
        if (at.position == body.length) {
            return new Slice(body, at.position, 0);
        }
        Slice value = at.element();
        at.skipWhiteSpace();
        if (at.position < body.length) {
            throw Position.START.advancedTo(body, at.position).malformed();
        }
        return value;
    }

    private Slice element() {
        int start = position;
        int open = 0;
        do {
            byte b = peek();
            if (b == '{' || b == '[') {
                open++;
                position++;
            } else if (b == '}' || b == ']') {
                open--;
                position++;
            } else if (b == '"') {
                skipText();
            } else if (open > 0) {
                position++;
            } else {
                skipWord();
            }
        } while (open > 0);
        if (open < 0 || position == start) {
            throw Position.START.advancedTo(body, start).malformed();
        }
        return new Slice(body, start, position - start);
    }

    private void skipText() {
        position++;
        while (peek() != '"') {
            position += peek() == '\\' ? 2 : 1;
        }
        position++;
    }

    private void skipWord() {
        while (position < body.length
                && body[position] != ','
                && body[position] != ']'
                && !JsonText.isWhiteSpace(body[position])) {
            position++;
        }
    }

    private void skipWhiteSpace() {
        position = JsonText.skipWhiteSpace(body, position);
    }

    private boolean skipIf(char expected) {
        if (peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    private void expect(char expected) {
        if (!skipIf(expected)) {
            throw Position.START.advancedTo(body, position).malformed();
        }
    }

    private byte peek() {
        if (position >= body.length) {
            throw Position.START.advancedTo(body, body.length).malformed();
        }
        return body[position];
    }
}
