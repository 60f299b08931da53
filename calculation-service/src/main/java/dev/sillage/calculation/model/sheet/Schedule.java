package dev.sillage.calculation.model.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings equal operations together, as far as each still stands behind what it needs. */
final class Schedule {

    private Schedule() {}

    /** The same instructions in an order in which a program can do many of one kind at a stretch. */
    static List<Instruction> of(List<Instruction> instructions) {
        Set<Integer> waitingFor = new LinkedHashSet<>();
        instructions.forEach(instruction -> waitingFor.add(instruction.target()));
        List<Instruction> waiting = new ArrayList<>(instructions);
        List<Instruction> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Code code = mostFrequent(waiting, waitingFor);
            boolean found = true;
            while (found) {
                List<Instruction> ready = waiting.stream()
                        .filter(instruction -> instruction.code() == code && isReady(instruction, waitingFor))
                        .toList();
                found = !ready.isEmpty();
                ordered.addAll(ready);
                waiting.removeAll(ready);
                ready.forEach(instruction -> waitingFor.remove(instruction.target()));
            }
        }
        return List.copyOf(ordered);
    }

    private static boolean isReady(Instruction instruction, Set<Integer> waitingFor) {
        return !waitingFor.contains(instruction.left()) && !waitingFor.contains(instruction.right());
    }

    /** The code of most instructions that could be next; of several, the first. */
    private static Code mostFrequent(List<Instruction> waiting, Set<Integer> waitingFor) {
        Map<Code, Integer> counts = new HashMap<>();
        Code most = null;
        for (Instruction instruction : waiting) {
            if (isReady(instruction, waitingFor)) {
                int count = counts.merge(instruction.code(), 1, Integer::sum);
                if (most == null || count > counts.getOrDefault(most, 0)) {
                    most = instruction.code();
                }
            }
        }
        if (most == null) {
            throw new IllegalStateException("instructions that wait for each other: " + waiting);
        }
        return most;
    }
}
