package dev.sillage.calculation.estimate;

import dev.sillage.calculation.model.sheet.Words;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language people read an explanation. */
enum Language {
    ENGLISH("en"),
    FRENCH("fr");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    String of(Words words) {
        return this == FRENCH ? words.french() : words.english();
    }

    String of(String english, String french) {
        return this == FRENCH ? french : english;
    }

    /**
     * The language that was asked for by the query, else the first of the accepted ones that we have, else English.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when the query asks for one that we do not have
     */
    static Language of(@Nullable String asked, List<Locale> accepted) {
        if (asked != null) {
            for (Language language : values()) {
                if (language.tag.equals(asked)) {
                    return language;
                }
            }
            throw Problem.of(ProblemType.INVALID_PARAMETER, "the query parameter lang must be en or fr", null)
                    .asAnswer();
        }
        for (Locale locale : accepted) {
            for (Language language : values()) {
                if (language.tag.equals(locale.getLanguage())) {
                    return language;
                }
            }
        }
        return ENGLISH;
    }
}
