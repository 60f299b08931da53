package dev.sillage.ingestion.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a letter stands; written {@code stage-partition-offset}. */
record LetterId(Stage stage, int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("([a-z]+)-([0-9]{1,6})-([0-9]{1,18})");

    static Optional<LetterId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (Stage stage : Stage.values()) {
            if (stage.word().equals(matcher.group(1))) {
                return Optional.of(
                        new LetterId(stage, Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return stage.word() + '-' + partition + '-' + offset;
    }
}
