package dev.sillage.calculation.model.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The functions of the language. Those of several arguments pass over absent ones. */
enum Function {
    /** The exponential of a pure number. */
    EXP(Code.EXP),
    /** The logarithm to the base of two of a pure number. */
    LOG2(Code.LOG2),
    /** The least whole number that is not less. */
    CEIL(Code.CEIL),
    /** The largest whole number that is not more. */
    FLOOR(Code.FLOOR),
    /** The least of those that are present. */
    MIN(Code.MIN),
    /** The largest of those that are present. */
    MAX(Code.MAX),
    /** The first that is present: what was measured or told before what is assumed. */
    FIRST(Code.FIRST),
    /** The sum of those that are present: parts that a case may not have. */
    SUM(Code.SUM);

    private final Code code;

    Function(Code code) {
        this.code = code;
    }

    Code code() {
        return code;
    }

    boolean takesSeveral() {
        return code.passesOverAbsent();
    }

    static Optional<Function> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
