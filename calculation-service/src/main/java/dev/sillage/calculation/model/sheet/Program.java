package dev.sillage.calculation.model.sheet;

import java.util.List;
import java.util.Map;

/**
 * A sheet made ready to run. Registers from 0 to {@code fixedRegisters - 1} hold what depends on the catalogue only:
 * literals, factors and what is computed from them. The registers behind them hold quantities and what follows.
 *
 * @param fixedRegisters how many registers do not depend on quantities
 * @param registers how many registers there are
 * @param literals values of the registers that hold a number of the text
 * @param fixed instructions that do not depend on quantities, in order
 * @param moving all others, in order
 * @param bySymbol the register of each quantity, factor and step
 */
record Program(
        int fixedRegisters,
        int registers,
        Map<Integer, Double> literals,
        List<Instruction> fixed,
        List<Instruction> moving,
        Map<String, Integer> bySymbol) {

    Program {
        literals = Map.copyOf(literals);
        fixed = List.copyOf(fixed);
        moving = List.copyOf(moving);
        bySymbol = Map.copyOf(bySymbol);
    }

    /** Whether an instruction that depends on quantities computes the register. */
    boolean isComputed(int register) {
        return register >= fixedRegisters && moving.stream().anyMatch(instruction -> instruction.target() == register);
    }

    int register(String symbol) {
        Integer register = bySymbol.get(symbol);
        if (register == null) {
            throw new SheetException("symbol " + symbol + ": not in this sheet");
        }
        return register;
    }
}
