package dev.sillage.calculation.model.sheet;

import java.util.Arrays;

/**
 * One instruction of a {@link SensitivityEvaluator}, with what has to be known of its result beside the central value.
 *
 * @param code what is done
 * @param target the place of the result
 * @param left the place of the first operand
 * @param right the place of the second operand
 * @param rule how the sums of squared logarithms come about
 * @param ends how many ends the result has that are needed: two for each factor that may move it, or none
 * @param way how the ends come about
 * @param leftEnds for each of them, from the second on, which end of the left operand it comes from; 0 for the central
 *     value
 * @param rightEnds the same of the right operand
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record Move(Code code, int target, int left, int right, Rule rule, int ends, Way way, int[] leftEnds, int[] rightEnds) {
    private static final int[] NONE = {};

    /** How the ends of a result come about; the frequent ways have a loop of their own. */
    enum Way {
        /** Times a value that no factor moves. */
        SCALED,
        /** With a value on the right that no factor moves. */
        LEFT_ONLY,
        /** With a value on the left that no factor moves. */
        RIGHT_ONLY,
        /** The sum of two values that factors move. */
        SUM,
        /** Anything else of two values that factors move. */
        BOTH
    }

    /** How the sums of squared logarithms of a result come about. */
    enum Rule {
        /** Nobody needs them, or no factor moves the result. */
        NONE,
        /** A product of values that depend on different factors: both sums. */
        PRODUCT,
        /** A quotient of values that depend on different factors: both sums, those of the divisor turned round. */
        QUOTIENT,
        /** The first that is present: its sums. */
        FIRST,
        /** Anything else: from the ends. */
        ENDS
    }

    /** The factors that move something, as far as its operands know. */
    static int[] union(int[] left, int[] right) {
        if (right.length == 0 || Arrays.equals(left, right)) {
            return left;
        }
        int[] all = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, all, left.length, right.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    static Rule rule(Code code, int[] left, int[] right) {
        boolean disjoint = union(left, right).length == left.length + right.length;
        return switch (code) {
            case FIRST -> Rule.FIRST;
            case MULTIPLY -> disjoint ? Rule.PRODUCT : Rule.ENDS;
            case DIVIDE -> disjoint ? Rule.QUOTIENT : Rule.ENDS;
            default -> Rule.ENDS;
        };
    }

    /**
     * @param leftSources the factors that may move the left operand, ascending
     * @param rightSources the same of the right operand
     * @param needsEnds whether the ends of the result are needed
     */
    static Move of(
            Code code,
            int target,
            int left,
            int right,
            Rule rule,
            int[] leftSources,
            int[] rightSources,
            boolean needsEnds) {
        if (!needsEnds) {
            return new Move(code, target, left, right, rule, 0, Way.BOTH, NONE, NONE);
        }
        if (leftSources.length == 0 && (code == Code.MULTIPLY || code == Code.ADD)) {
            return of(code, target, right, left, rule, rightSources, leftSources, true);
        }
        int[] sources = union(leftSources, rightSources);
        int ends = 2 * sources.length;
        if (rightSources.length == 0) {
            Way way = code == Code.MULTIPLY ? Way.SCALED : Way.LEFT_ONLY;
            return new Move(code, target, left, right, rule, ends, way, NONE, NONE);
        }
        if (leftSources.length == 0) {
            return new Move(code, target, left, right, rule, ends, Way.RIGHT_ONLY, NONE, NONE);
        }
        Way way = code == Code.ADD ? Way.SUM : Way.BOTH;
        int[] leftEnds = ends(sources, leftSources);
        return new Move(code, target, left, right, rule, ends, way, leftEnds, ends(sources, rightSources));
    }

    private static int[] ends(int[] sources, int[] ofOperand) {
        int[] ends = new int[1 + 2 * sources.length];
        for (int i = 0; i < sources.length; i++) {
            int found = Arrays.binarySearch(ofOperand, sources[i]);
            ends[1 + 2 * i] = found < 0 ? 0 : 1 + 2 * found;
            ends[2 + 2 * i] = found < 0 ? 0 : 2 + 2 * found;
        }
        return ends;
    }

    /**
     * Computes the ends of the result from those of the operands; the central values stand before them.
     *
     * @param left the central value of the left operand, whose ends do not hold it when no factor moves it
     */
    void ends(double[] ofLeft, double left, double[] ofRight, double right, double[] result) {
        switch (way) {
            case SCALED -> {
                for (int i = 1; i <= ends; i++) {
                    result[i] = ofLeft[i] * right;
                }
            }
            case LEFT_ONLY -> {
                for (int i = 1; i <= ends; i++) {
                    result[i] = code.apply(ofLeft[i], right);
                }
            }
            case RIGHT_ONLY -> {
                for (int i = 1; i <= ends; i++) {
                    result[i] = code.apply(left, ofRight[i]);
                }
            }
            case SUM -> {
                for (int i = 1; i <= ends; i++) {
                    result[i] = ofLeft[leftEnds[i]] + ofRight[rightEnds[i]];
                }
            }
            case BOTH -> {
                for (int i = 1; i <= ends; i++) {
                    result[i] = code.apply(ofLeft[leftEnds[i]], ofRight[rightEnds[i]]);
                }
            }
        }
    }
}
