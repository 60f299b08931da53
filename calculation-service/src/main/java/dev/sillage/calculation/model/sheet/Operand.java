package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.factor.Factor;
import java.util.List;

/**
 * What the symbol of a factor stands for in one computation.
 *
 * @param parts one factor, or several that are blended by their shares; a blend moves as one
 * @param alternatives whether low and high are two alternatives, between which the truth lies, and not the ends of an
 *     error around the central value: such as the published bounds of a model's size. All alternatives of a computation
 *     are low together or high together, and the central figure is the mean of both results.
 */
public record Operand(List<Part> parts, boolean alternatives) {

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
        return new Operand(List.of(new Part(1, "", factor)), false);
    }

    /** One factor, whose bounds are two alternatives. */
    public static Operand between(Factor factor) {
        return new Operand(List.of(new Part(1, "", factor)), true);
    }

    /** The mean of several factors of one unit, weighted by shares that sum to one. */
    public static Operand blend(List<Part> parts) {
        return new Operand(parts, false);
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
