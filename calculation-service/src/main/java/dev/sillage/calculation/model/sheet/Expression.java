package dev.sillage.calculation.model.sheet;

import java.util.List;

/** The right side of a formula. */
sealed interface Expression {

    /** A number that stands in the text: a pure number, without a unit. */
    record Literal(double value) implements Expression {}

    /** The value of a quantity, a factor or an earlier step. */
    record Symbol(String name) implements Expression {}

    /** One of {@code + - * / ^}. */
    record Operation(char operator, Expression left, Expression right) implements Expression {}

    /** One of {@link Function}. */
    record Call(Function function, List<Expression> arguments) implements Expression {}
}
