package dev.sillage.ingestion.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sillage.ingestion.problem.ProblemType;
import java.io.Closeable;
import java.io.IOException;

/**
 * Walks over the tokens of one JSON text without building a tree, knows where in the bytes it stands, and notes what
 * it finds wrong.
 */
final class Cursor implements Closeable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // An event is bounded as a whole; a second limit inside it would only give a worse answer.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();

    private final Slice text;
    private final JsonParser json;
    private final Findings findings;
    private final int levelsAbove;
    private final int maxNesting;
    private boolean tooDeep;

    private Cursor(Slice text, Findings findings, int levelsAbove, int maxNesting) throws IOException {
        this.text = text;
        this.json = JSON.createParser(text.bytes(), text.offset(), text.length());
        this.findings = findings;
        this.levelsAbove = levelsAbove;
        this.maxNesting = maxNesting;
    }

    static Cursor over(Slice event, Findings findings, int maxNesting) throws IOException {
        return new Cursor(event, findings, 0, maxNesting);
    }

    /** A second look at a part that was passed before, standing on its first token. */
    Cursor again(Slice part, int levelsAbove) throws IOException {
        Cursor cursor = new Cursor(part, findings, levelsAbove, maxNesting);
        cursor.json.nextToken();
        return cursor;
    }

    JsonParser json() {
        return json;
    }

    /** Index into the bytes of the first byte of the current token. */
    int tokenStart() {
        return text.offset() + (int) json.currentTokenLocation().getByteOffset();
    }

    /** Index into the bytes after the last byte that was read. */
    int position() {
        return text.offset() + (int) json.currentLocation().getByteOffset();
    }

    boolean foundTooDeep() {
        return tooDeep;
    }

    void refuse(ProblemType type, String pointer, String detail) {
        findings.add(type, pointer, detail);
    }

    /** Passes the current value, whatever it is; {@code parent} and {@code name} say where it stands. */
    void skip(String parent, String name) throws IOException {
        if (!json.currentToken().isStructStart()) {
            return;
        }
        int open = 1;
        while (open > 0) {
            if (!tooDeep && levelsAbove + json.getParsingContext().getNestingDepth() > maxNesting) {
                tooDeep = true;
                refuse(
                        ProblemType.TOO_DEEP,
                        Pointer.to(parent, name),
                        "The value is nested deeper than " + maxNesting + " levels.");
            }
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                open++;
            } else if (token.isStructEnd()) {
                open--;
            }
        }
    }

    /** Passes the current object or array and returns its bytes. */
    Slice skipSlice(String parent, String name) throws IOException {
        int start = tokenStart();
        skip(parent, name);
        return slice(start);
    }

    /** The bytes from {@code start} to where the cursor stands. */
    Slice slice(int start) {
        return new Slice(text.bytes(), start, position() - start);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
