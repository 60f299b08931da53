package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.factor.Factor;
import java.util.List;

/**
 * What the symbol of a factor stands for in one computation.
 *
 * @param parts one factor, or several that are blended by their shares; a blend moves as one
 */
public record Operand(List<Part> parts) {

    private static final String TOLD = "";

    public Operand {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a blend.
     *
     * @param share from 0 to 1
     * @param name of the thing, for people
     * @param factor its value
     */
    public record Part(double share, String name, Factor factor) {}

    /** One factor. */
    public static Operand of(Factor factor) {
        return new Operand(List.of(new Part(1, "", factor)));
    }

    /** The mean of several factors of one unit, weighted by shares that sum to one. */
    public static Operand blend(List<Part> parts) {
        return new Operand(parts);
    }

    /**
     * What an activity or its resolution tells exactly, and what therefore stands for the place of a factor, so that all
     * that depends on it is computed once. An explanation shows it as an input.
     */
    public static Operand told(double value, String unit) {
        return of(new Factor(
                TOLD, null, unit, value, value, value, null, null, null, "the activity", null, null, null, null));
    }

    boolean isTold() {
        return parts.get(0).factor().key().equals(TOLD);
    }

    boolean isBlend() {
        return parts.size() > 1;
    }

    boolean isUncertain() {
        return parts.stream()
                .map(Part::factor)
                .anyMatch(factor -> factor.low() < factor.central() || factor.central() < factor.high());
    }

    /** The same factor under two symbols is one source of uncertainty. */
    Object source() {
        return isBlend() ? parts : parts.get(0).factor();
    }
}
