package dev.sillage.ingestion.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Wire;
import java.util.regex.Pattern;

/** What holds for an answer, whatever was asked. */
public final class EveryAnswer {
    /** By the roots of packages: pointers into what was sent look alike otherwise. */
    private static final Pattern CLASS_NAME = Pattern.compile(
            "\\b(?:java|javax|jakarta|io|com|org|dev|de|sun|jdk)(?:[./][a-z][a-z0-9_]*)*[./][A-Z][A-Za-z0-9]*");

    private static final int UNAVAILABLE = 503;

    private EveryAnswer() {}

    public static void holdsFor(Answer answer) {
        holdsFor(answer.status(), answer.response().headers().map() + answer.text());
    }

    public static void holdsFor(Wire.Received answer) {
        holdsFor(answer.status(), answer.headers() + answer.text());
    }

    /** No failure of ours but that it cannot be stored now, and nothing of how we are made. */
    public static void holdsFor(int status, String text) {
        if (status != UNAVAILABLE) {
            assertThat(status).as(text).isBetween(200, 499);
        }
        tellsNothingOfUs(text);
    }

    public static void tellsNothingOfUs(String text) {
        assertThat(text).doesNotContain("Exception", "Caused by", "\tat ", "StackOverflow", "OutOfMemory");
        assertThat(CLASS_NAME.matcher(text).results().map(found -> found.group()))
                .as(text)
                .isEmpty();
    }
}
