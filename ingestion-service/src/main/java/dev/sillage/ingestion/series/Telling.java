package dev.sillage.ingestion.series;

import dev.sillage.ingestion.observation.Quantity;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which metrics tell the same tokens: as one sum, by modality, or by cache and phase. A service that changes
 * its conventions may use several at a time; only one of them counts.
 */
enum Telling {
    TOTAL(EnumSet.of(Quantity.INPUT), EnumSet.of(Quantity.OUTPUT)),
    BY_MODALITY(
            EnumSet.of(Quantity.OTHER_INPUT, Quantity.IMAGE_INPUT, Quantity.AUDIO_INPUT),
            EnumSet.of(Quantity.OTHER_OUTPUT, Quantity.AUDIO_OUTPUT)),
    BY_PART(
            EnumSet.of(Quantity.UNCACHED, Quantity.CACHE_READ, Quantity.CACHE_CREATION),
            EnumSet.of(Quantity.RESPONSE, Quantity.REASONING));

    private final Set<Quantity> input;
    private final Set<Quantity> output;

    Telling(Set<Quantity> input, Set<Quantity> output) {
        this.input = input;
        this.output = output;
    }

    /** What it tells of the tokens that were read. */
    Set<Quantity> input() {
        return input;
    }

    /** What it tells of the tokens that were written. */
    Set<Quantity> output() {
        return output;
    }

    /** Whether one of these numbers is its own. */
    boolean isIn(Map<Quantity, ?> numbers) {
        return numbers.keySet().stream().anyMatch(this::tells);
    }

    boolean tells(Quantity quantity) {
        return input.contains(quantity) || output.contains(quantity);
    }

    /** The first that tells one of these numbers; null when they are about something else. */
    static @Nullable Telling first(Map<Quantity, ?> numbers) {
        for (Telling telling : values()) {
            if (telling.isIn(numbers)) {
                return telling;
            }
        }
        return null;
    }
}
