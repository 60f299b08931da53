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
 * @param leftEnds for each of them, which end of the left operand it comes from; -1 for its central value; empty when
 *     they are the ends of the left operand, one by one, and the right operand has none
 * @param rightEnds the same of the right operand
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record Move(Code code, int target, int left, int right, Rule rule, int ends, int[] leftEnds, int[] rightEnds) {
    private static final int[] NONE = {};

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
            return new Move(code, target, left, right, rule, 0, NONE, NONE);
        }
        if (leftSources.length == 0 && (code == Code.MULTIPLY || code == Code.ADD)) {
            return of(code, target, right, left, rule, rightSources, leftSources, true);
        }
        int[] sources = union(leftSources, rightSources);
        int ends = 2 * sources.length;
        if (rightSources.length == 0) {
            return new Move(code, target, left, right, rule, ends, NONE, NONE);
        }
        return new Move(code, target, left, right, rule, ends, ends(sources, leftSources), ends(sources, rightSources));
    }

    private static int[] ends(int[] sources, int[] ofOperand) {
        int[] ends = new int[2 * sources.length];
        for (int i = 0; i < sources.length; i++) {
            int found = Arrays.binarySearch(ofOperand, sources[i]);
            ends[2 * i] = found < 0 ? -1 : 2 * found;
            ends[2 * i + 1] = found < 0 ? -1 : 2 * found + 1;
        }
        return ends;
    }

    /** Computes the ends of the result from those of the operands. */
    void ends(double[] ofLeft, double left, double[] ofRight, double right, double[] result) {
        if (leftEnds.length == 0) {
            scaled(ofLeft, right, result);
        } else if (code == Code.ADD) {
            for (int i = 0; i < ends; i++) {
                result[i] = end(ofLeft, leftEnds[i], left) + end(ofRight, rightEnds[i], right);
            }
        } else if (code == Code.MULTIPLY) {
            for (int i = 0; i < ends; i++) {
                result[i] = end(ofLeft, leftEnds[i], left) * end(ofRight, rightEnds[i], right);
            }
        } else {
            for (int i = 0; i < ends; i++) {
                result[i] = code.apply(end(ofLeft, leftEnds[i], left), end(ofRight, rightEnds[i], right));
            }
        }
    }

    private void scaled(double[] ofLeft, double right, double[] result) {
        if (code == Code.MULTIPLY) {
            for (int i = 0; i < ends; i++) {
                result[i] = ofLeft[i] * right;
            }
        } else {
            for (int i = 0; i < ends; i++) {
                result[i] = code.apply(ofLeft[i], right);
            }
        }
    }

    private static double end(double[] ends, int which, double central) {
        return which < 0 ? central : ends[which];
    }
}
