package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.otlp.Attributes.Written;
import dev.sillage.ingestion.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts and counts out of attributes.
 *
 * @param attributes of one span or data point
 */
record AttributeReader<E extends Enum<E> & Spelled>(Attributes<E> attributes) {
    private static final int MAX_INT64_LENGTH = 20;
    /** Beyond it not every whole number is a double. */
    private static final double MAX_EXACT = 0x1p53;

    /**
     * The text without surrounding white space, or null when there is none.
     *
     * @throws ItemRefusedException when it is no short text
     */
    @Nullable
    String text(E attribute) {
        Written written = attributes.get(attribute);
        if (written == null) {
            return null;
        }
        if (written.value() instanceof AttributeValue.Text text) {
            String stripped = text.text().strip();
            return stripped.isEmpty() ? null : stripped;
        }
        throw new ItemRefusedException(
                ProblemType.WRONG_TYPE,
                written.name() + " must be a text of at most " + AttributeValue.MAX_TEXT_LENGTH + " characters.");
    }

    /** The text when it is one; anything else is as good as nothing. */
    @Nullable
    String textIfAny(E attribute) {
        Written written = attributes.get(attribute);
        return written != null && written.value() instanceof AttributeValue.Text text ? text.text() : null;
    }

    /**
     * The count, or null when there is none. SDKs of languages without integers send doubles or texts.
     *
     * @throws ItemRefusedException when it is negative or no whole number
     */
    @Nullable
    Long count(E attribute) {
        Written written = attributes.get(attribute);
        if (written == null) {
            return null;
        }
        long count = whole(written);
        if (count < 0) {
            throw new ItemRefusedException(ProblemType.OUT_OF_RANGE, written.name() + " is negative.");
        }
        return count;
    }

    private static long whole(Written written) {
        AttributeValue value = written.value();
        if (value instanceof AttributeValue.Whole whole) {
            return whole.number();
        }
        if (value instanceof AttributeValue.Fraction fraction
                && Math.abs(fraction.number()) <= MAX_EXACT
                && fraction.number() == Math.rint(fraction.number())) {
            return (long) fraction.number();
        }
        if (value instanceof AttributeValue.Text text && text.text().length() <= MAX_INT64_LENGTH) {
            try {
                return Long.parseLong(text.text().strip());
            } catch (NumberFormatException e) {
                // Refused below like any other value.
            }
        }
        throw new ItemRefusedException(ProblemType.WRONG_TYPE, written.name() + " must be a whole number.");
    }
}
