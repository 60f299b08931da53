package dev.sillage.ingestion.otlp;

/** The value of an attribute that somebody reads; whatever is too long or of another type is only known to be there. */
sealed interface AttributeValue {
    /** The longest text that a rule has a use for: no name is longer, most prompts are. */
    int MAX_TEXT_LENGTH = 500;

    AttributeValue OTHER = new Other();

    /** A short text, which is well-formed Unicode. */
    record Text(String text) implements AttributeValue {}

    /** An integer of 64 bits. */
    record Whole(long number) implements AttributeValue {}

    /** A floating-point number. */
    record Fraction(double number) implements AttributeValue {}

    /** A long text, a truth value, bytes, a list or a map. */
    record Other() implements AttributeValue {}

    static AttributeValue text(String text) {
        return text.length() > MAX_TEXT_LENGTH || !isWellFormed(text) ? OTHER : new Text(text);
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
