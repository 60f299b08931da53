package dev.sillage.reporting.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LanguageTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void theAddressWinsOverTheBrowser() {
        assertThat(Language.of("fr", List.of(Locale.UK))).isEqualTo(Language.FRENCH);
    }

    @Test
    void theFirstLanguageThatThePageSpeaksIsTaken() {
        assertThat(Language.of(null, List.of(Locale.GERMANY, Locale.CANADA_FRENCH, Locale.US)))
                .isEqualTo(Language.FRENCH);
    }

    @Test
    void otherwiseItSpeaksEnglish() {
        assertThat(Language.of("tlh", List.of(Locale.GERMANY))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void everyWordOfTheFrameIsSaidInFrench() throws IOException {
        Properties french = new Properties();
        try (InputStream file = resource("/messages/frame_fr.properties")) {
            french.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(french.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FrameMessages.class.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> !name.startsWith("$"))
                        .toList());
    }

    @Test
    void everyWordOfTheFiguresIsSaidInBothLanguagesWithTheSamePlaces() throws IOException {
        JsonNode english = words("en");
        JsonNode french = words("fr");

        assertThat(names(french)).isEqualTo(names(english));
        // A singular may leave the number out: French needs it for none, English does not.
        names(english).stream()
                .filter(name -> !name.endsWith(".one"))
                .forEach(name -> assertThat(places(french, name)).as(name).isEqualTo(places(english, name)));
    }

    /** The list is published by the contract of footprints; the calculation emits nothing that is not on it. */
    @Test
    void everyWarningOfAFootprintHasWords() throws IOException {
        Set<String> expected = new TreeSet<>();
        try (InputStream file = resource("/warnings/codes.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(code -> expected.add("warning." + code));
        }

        assertThat(expected).hasSizeGreaterThan(40);
        assertThat(names(words("en"))).containsAll(expected);
        assertThat(names(words("fr"))).containsAll(expected);
    }

    private static Set<String> places(JsonNode words, String name) {
        Set<String> places = new TreeSet<>();
        PLACEHOLDER
                .matcher(words.get(name).asText())
                .results()
                .map(MatchResult::group)
                .forEach(places::add);
        return places;
    }

    private static Set<String> names(JsonNode words) {
        Set<String> names = new TreeSet<>();
        words.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode words(String language) throws IOException {
        try (InputStream file = resource("/web/app/words/" + language + ".json")) {
            return new ObjectMapper().readTree(file);
        }
    }

    private static InputStream resource(String name) {
        return LanguageTest.class.getResourceAsStream(name);
    }
}
