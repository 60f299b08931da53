package dev.sillage.ingestion.events;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;

/**
 * A place in a body, as an editor shows it.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param byteOffset from 0
 */
record Position(int line, int column, int byteOffset) {

    static final Position START = new Position(1, 1, 0);

    /** The place of a later or equal offset in the same body; costs the bytes in between. */
    Position advancedTo(byte[] body, int offset) {
        int toLine = line;
        int toColumn = column;
        for (int i = byteOffset; i < offset && i < body.length; i++) {
            if (body[i] == '\n') {
                toLine++;
                toColumn = 1;
            } else if ((body[i] & 0xC0) != 0x80) {
                toColumn++;
            }
        }
        return new Position(toLine, toColumn, offset);
    }

    /** The answer to a body that is not JSON from here on. */
    RequestRefusedException malformed() {
        return new RequestRefusedException(ProblemType.MALFORMED_JSON, describe())
                .with("line", line)
                .with("column", column)
                .with("byteOffset", byteOffset);
    }

    String describe() {
        return "The JSON is broken at line " + line + ", column " + column + " (byte " + byteOffset + ").";
    }
}
