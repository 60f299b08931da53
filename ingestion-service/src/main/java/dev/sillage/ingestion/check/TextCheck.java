package dev.sillage.ingestion.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.ingestion.problem.ProblemType;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks texts in the parser's own buffer, so that most of them never become objects. */
final class TextCheck {
    private TextCheck() {}

    /** Whether the current value is a text of 1 to {@code maxLength} code points, all of them printable. */
    static boolean isName(Cursor at, String parent, String name, int maxLength) throws IOException {
        if (!isText(at, parent, name)) {
            return false;
        }
        JsonParser json = at.json();
        int length = json.getTextLength();
        char[] chars = json.getTextCharacters();
        int start = json.getTextOffset();
        if (length == 0 || codePoints(chars, start, length) > maxLength) {
            at.refuse(
                    ProblemType.TEXT_LENGTH,
                    Pointer.to(parent, name),
                    "A text of 1 to " + maxLength + " characters is expected.");
            return false;
        }
        if (!isClean(chars, start, length)) {
            at.refuse(
                    ProblemType.INVALID_TEXT,
                    Pointer.to(parent, name),
                    "The text holds a control character or half a surrogate pair.");
            return false;
        }
        return true;
    }

    /** The current value when {@link #isName}, else null. */
    static @Nullable String name(Cursor at, String parent, String name, int maxLength) throws IOException {
        return isName(at, parent, name, maxLength) ? at.json().getText() : null;
    }

    /** Whether the current value is one of the words, exactly as written. */
    static boolean isOneOf(Cursor at, String parent, String name, List<String> words) throws IOException {
        if (!isText(at, parent, name)) {
            return false;
        }
        for (String word : words) {
            if (equals(at.json(), word)) {
                return true;
            }
        }
        at.refuse(
                ProblemType.NOT_ONE_OF,
                Pointer.to(parent, name),
                "One of these words is expected: " + String.join(", ", words) + ".");
        return false;
    }

    /** Whether the current text is that word. */
    static boolean equals(JsonParser json, String word) throws IOException {
        int length = json.getTextLength();
        if (length != word.length()) {
            return false;
        }
        char[] chars = json.getTextCharacters();
        int start = json.getTextOffset();
        for (int i = 0; i < length; i++) {
            if (chars[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(Cursor at, String parent, String name) throws IOException {
        if (at.json().currentToken() == JsonToken.VALUE_STRING) {
            return true;
        }
        at.refuse(ProblemType.WRONG_TYPE, Pointer.to(parent, name), "A text is expected.");
        at.skip(parent, name);
        return false;
    }

    private static int codePoints(char[] chars, int start, int length) {
        int count = length;
        for (int i = start + 1; i < start + length; i++) {
            if (Character.isLowSurrogate(chars[i]) && Character.isHighSurrogate(chars[i - 1])) {
                count--;
            }
        }
        return count;
    }

    private static boolean isClean(char[] chars, int start, int length) {
        int end = start + length;
        for (int i = start; i < end; i++) {
            char c = chars[i];
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(chars[i + 1]);
                if (!paired) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
