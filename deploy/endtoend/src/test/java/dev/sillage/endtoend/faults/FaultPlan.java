package dev.sillage.endtoend.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Which faults strike when: drawn like cards from a shuffled deck that is refilled when it is empty, so that some runs
 * have seen every fault.
 */
final class FaultPlan {
    /** How many faults a run has. */
    static final int OF_A_RUN = 3;

    private final List<Fault> all;
    private final Deque<Fault> deck = new ArrayDeque<>();

    FaultPlan(List<Fault> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The faults of the next run in the order of their moments.
     *
     * @param events how many are acknowledged in the whole run
     */
    List<Strike> next(Random random, long events) {
        List<Strike> strikes = new ArrayList<>();
        Set<String> parts = new HashSet<>();
        while (strikes.size() < OF_A_RUN) {
            Fault fault = draw(random, parts);
            parts.addAll(fault.parts());
            strikes.add(new Strike(
                    fault,
                    (long) (random.nextDouble() * events),
                    fault.awayMillis() + random.nextInt(fault.awayMoreMillis() + 1)));
        }
        strikes.sort(Comparator.comparingLong(Strike::afterAcknowledged));
        return strikes;
    }

    private Fault draw(Random random, Set<String> struck) {
        while (true) {
            for (Iterator<Fault> cards = deck.iterator(); cards.hasNext(); ) {
                Fault fault = cards.next();
                if (Collections.disjoint(struck, fault.parts())) {
                    cards.remove();
                    return fault;
                }
            }
            List<Fault> refill = new ArrayList<>(all);
            Collections.shuffle(refill, random);
            deck.addAll(refill);
        }
    }

    /**
     * One fault at its moment.
     *
     * @param afterAcknowledged how many events of the run have been acknowledged before
     * @param awayMillis how long the part stays away
     */
    record Strike(Fault fault, long afterAcknowledged, int awayMillis) {}
}
