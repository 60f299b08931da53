package dev.sillage.calculation.model.sheet;

/**
 * One operation on registers.
 *
 * @param code what is done
 * @param target the register that holds the result
 * @param left the first operand
 * @param right the second operand, the first again when there is one
 */
record Instruction(Code code, int target, int left, int right) {}
