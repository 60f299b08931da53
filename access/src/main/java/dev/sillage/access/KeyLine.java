package dev.sillage.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A key as a line of the key file: eight columns, separated by commas. */
final class KeyLine {
    static final String HEAD = "prefix,sha256,tenant,scopes,created,expires,revoked,name";

    private static final String[] COLUMNS = HEAD.split(",");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Names never hold what would need quoting. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._@/-]{0,100}");

    private KeyLine() {}

    static String write(StoredKey key) {
        Set<String> scopes = new TreeSet<>();
        key.scopes().forEach(scope -> scopes.add(scope.word()));
        return String.join(
                ",",
                key.prefix(),
                HexFormat.of().formatHex(key.hash()),
                key.tenant().name(),
                String.join(" ", scopes),
                key.created().toString(),
                orEmpty(key.expires()),
                orEmpty(key.revoked()),
                key.name());
    }

    /**
     * @throws IllegalArgumentException with the column and what is wrong with it
     */
    static StoredKey read(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS.length) {
            throw new IllegalArgumentException(
                    "there are " + cells.length + " columns, not " + COLUMNS.length + ": " + HEAD);
        }
        return new StoredKey(
                cell(cells, 0, text -> matching(text, ApiKey.PREFIX)),
                cell(cells, 1, text -> HexFormat.of().parseHex(matching(text, HASH))),
                cell(cells, 2, Tenant::new),
                cell(cells, 3, KeyLine::scopes),
                cell(cells, 4, Instant::parse),
                optional(cells, 5),
                optional(cells, 6),
                cell(cells, 7, KeyLine::name));
    }

    /**
     * @throws IllegalArgumentException when there is none, or a word is no scope
     */
    static Set<Scope> scopes(String words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words.split("[ ,]", -1)) {
            scopes.add(Scope.ofWord(word)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + word + "' is no scope; there are ingest, read, admin, recalculate and metrics")));
        }
        return scopes;
    }

    /**
     * @throws IllegalArgumentException when the file could not hold it
     */
    static String name(String text) {
        return matching(text, NAME);
    }

    private static <T> T cell(String[] cells, int column, Function<String, T> reader) {
        try {
            return reader.apply(cells[column]);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("column " + COLUMNS[column] + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Instant optional(String[] cells, int column) {
        return cells[column].isEmpty() ? null : cell(cells, column, Instant::parse);
    }

    private static String matching(String text, Pattern pattern) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not of the form " + pattern);
        }
        return text;
    }

    private static String orEmpty(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
