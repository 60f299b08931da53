package dev.sillage.footprint;

import java.math.BigDecimal;

/**
 * What an activity delivered: the <i>R</i> that the Software Carbon Intensity of ISO/IEC 21031:2024 divides by.
 *
 * <p>The words in use are {@code request}, {@code image}, {@code second-of-video}, {@code training-run},
 * {@code vcpu-hour}, {@code gigabyte-hour}, {@code gigabyte}, {@code viewing-hour}, {@code participant-hour},
 * {@code hour}, {@code mail}, {@code page-view}, {@code search} and {@code device-hour}. A reader must expect others.
 *
 * @param unit a stable word of small letters and hyphens, in the singular, at most 40 characters; the same for all
 *     activities of a kind by one methodology
 * @param quantity how many of it, more than zero
 */
public record FunctionalUnit(String unit, BigDecimal quantity) {
    private static final int MAX_LENGTH = 40;

    public FunctionalUnit {
        if (!isWord(unit)) {
            throw new IllegalArgumentException("a functional unit is a word of small letters and hyphens");
        }
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("a functional unit needs a quantity above zero, not " + quantity);
        }
    }

    /**
     * The published form of a computed quantity, rounded like a {@link Figure}.
     *
     * @throws IllegalArgumentException when the quantity is not finite or not above zero, or the unit is not a word
     */
    public static FunctionalUnit rounded(String unit, double quantity) {
        return new FunctionalUnit(unit, Figure.decimal(quantity));
    }

    /** Small letters, in which each hyphen stands between two of them; read by hand because every event has one. */
    private static boolean isWord(String unit) {
        boolean afterLetter = false;
        for (int i = 0; i < unit.length(); i++) {
            char c = unit.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && !(c == '-' && afterLetter)) {
                return false;
            }
            afterLetter = letter;
        }
        return afterLetter && unit.length() <= MAX_LENGTH;
    }
}
