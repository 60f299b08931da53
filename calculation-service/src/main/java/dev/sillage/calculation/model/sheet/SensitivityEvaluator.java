package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.sheet.Move.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes registers with {@link Spread#INDEPENDENT}. Of each register it computes the central value, and only where it
 * is needed how each factor that can move it does so: a sum needs that of its terms, a product of different things does
 * not. What is computed of a register follows from the plan alone, so that a result has the same bits whatever else is
 * asked for beside it.
 */
final class SensitivityEvaluator implements Evaluator {
    private static final int[] NO_SOURCES = {};

    private final Sheet sheet;
    private final Start start;
    private final int[] quantities;
    private final Move[] moves;
    private final int[] results;
    private final boolean[] moved;

    SensitivityEvaluator(Sheet sheet, FixedValues fixed, int[] registers) {
        this.sheet = sheet;
        List<Instruction> instructions =
                Selection.of(sheet.program(), registers).instructions();
        int[][] sources = sources(sheet.program(), fixed, instructions);
        Places places = Places.of(sheet.program().registers(), instructions, registers);
        this.start = new Start(fixed, places);
        this.moves = moves(instructions, registers, sources, places);
        this.quantities = new int[sheet.quantityCount()];
        for (int i = 0; i < quantities.length; i++) {
            quantities[i] = places.of(sheet.quantityRegister(i));
        }
        this.results = new int[registers.length];
        this.moved = new boolean[registers.length];
        for (int i = 0; i < registers.length; i++) {
            results[i] = places.of(registers[i]);
            moved[i] = registers[i] >= 0 && sources[registers[i]].length > 0;
        }
    }

    private static int[][] sources(Program program, FixedValues fixed, List<Instruction> instructions) {
        int[][] sources = new int[program.registers()][];
        for (int register = 0; register < sources.length; register++) {
            sources[register] = register < fixed.registers() ? fixed.sources(register) : NO_SOURCES;
        }
        for (Instruction instruction : instructions) {
            sources[instruction.target()] = Move.union(sources[instruction.left()], sources[instruction.right()]);
        }
        return sources;
    }

    /** Backwards from the results: what each instruction has to find out for those that use it. */
    private static Move[] moves(List<Instruction> instructions, int[] registers, int[][] sources, Places places) {
        boolean[] needsSums = new boolean[sources.length];
        boolean[] needsEnds = new boolean[sources.length];
        for (int register : registers) {
            if (register >= 0) {
                needsSums[register] = true;
            }
        }
        Move[] moves = new Move[instructions.size()];
        for (int i = moves.length - 1; i >= 0; i--) {
            Instruction instruction = instructions.get(i);
            int target = instruction.target();
            int left = instruction.left();
            int right = instruction.right();
            boolean isMoved = sources[target].length > 0;
            Rule rule = isMoved && needsSums[target]
                    ? Move.rule(instruction.code(), sources[left], sources[right])
                    : Rule.NONE;
            boolean ends = isMoved && (needsEnds[target] || rule == Rule.ENDS);
            boolean sums = rule != Rule.NONE && rule != Rule.ENDS;
            needsSums[left] |= sums;
            needsSums[right] |= sums;
            needsEnds[left] |= ends;
            needsEnds[right] |= ends;
            moves[i] = Move.of(
                    instruction.code(),
                    places.of(target),
                    places.of(left),
                    places.of(right),
                    rule,
                    sources[left],
                    sources[right],
                    ends);
        }
        return moves;
    }

    @Override
    public @Nullable Range[] ranges(Quantities values) {
        Workspace space = start.begin();
        for (int i = 0; i < quantities.length; i++) {
            if (quantities[i] >= 0) {
                space.central[quantities[i]] = values.value(i);
            }
        }
        for (Move move : moves) {
            run(move, space);
        }
        @Nullable Range[] ranges = new @Nullable Range[results.length];
        for (int i = 0; i < results.length; i++) {
            ranges[i] = results[i] < 0 ? null : range(results[i], moved[i], space);
        }
        return ranges;
    }

    private static void run(Move move, Workspace space) {
        double left = space.central[move.left()];
        double right = space.central[move.right()];
        double central = central(move.code(), left, right);
        space.central[move.target()] = central;
        if (move.ends() > 0) {
            double[] ends = space.room(move.target(), 1 + move.ends());
            ends[0] = central;
            move.ends(space.ends[move.left()], left, space.ends[move.right()], right, ends);
        }
        if (move.rule() != Rule.NONE) {
            sums(move, Double.isNaN(left) ? move.right() : move.left(), space);
        }
    }

    private static double central(Code code, double left, double right) {
        // Most instructions are these two.
        if (code == Code.MULTIPLY) {
            return left * right;
        }
        return code == Code.ADD ? left + right : code.apply(left, right);
    }

    private static void sums(Move move, int present, Workspace space) {
        double[] down = space.down;
        double[] up = space.up;
        int target = move.target();
        switch (move.rule()) {
            case NONE -> {}
            case PRODUCT -> {
                down[target] = down[move.left()] + down[move.right()];
                up[target] = up[move.left()] + up[move.right()];
            }
            case QUOTIENT -> {
                down[target] = down[move.left()] + up[move.right()];
                up[target] = up[move.left()] + down[move.right()];
            }
            case FIRST -> {
                down[target] = down[present];
                up[target] = up[present];
            }
            case ENDS -> Sensitivities.sums(space.ends[target], move.ends(), down, up, target);
        }
    }

    private @Nullable Range range(int place, boolean isMoved, Workspace space) {
        double central = space.central[place];
        if (Double.isNaN(central)) {
            return null;
        }
        if (central < 0 || Double.isInfinite(central)) {
            throw new ArithmeticException("a result of " + sheet.name() + " is " + central);
        }
        return isMoved
                ? new Range(
                        Sensitivities.low(central, space.down[place]),
                        central,
                        Sensitivities.high(central, space.up[place]))
                : Range.exactly(central);
    }
}
