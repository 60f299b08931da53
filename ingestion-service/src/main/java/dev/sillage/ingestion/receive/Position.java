package dev.sillage.ingestion.receive;

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

    static Position of(byte[] body, int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset && i < body.length; i++) {
            if (body[i] == '\n') {
                line++;
                column = 1;
            } else if ((body[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return new Position(line, column, offset);
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
