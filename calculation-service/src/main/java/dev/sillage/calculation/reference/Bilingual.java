package dev.sillage.calculation.reference;

import dev.sillage.calculation.model.sheet.Words;

/**
 * A text in both languages.
 *
 * @param en English
 * @param fr French
 */
public record Bilingual(String en, String fr) {

    static Bilingual of(Words words) {
        return new Bilingual(words.english(), words.french());
    }
}
