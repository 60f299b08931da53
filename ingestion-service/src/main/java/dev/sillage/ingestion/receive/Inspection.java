package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.check.CheckedEvent;
import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.check.Outcome;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.publish.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What came of checking the events of one request, in their order. */
public final class Inspection {
    private final int maxProblems;
    private final List<CheckedEvent> accepted = new ArrayList<>();
    private final List<ItemProblem> problems = new ArrayList<>();
    private final List<ProblemType> reasons = new ArrayList<>(0);
    private final List<String> notes = new ArrayList<>(0);
    private final List<Observed> observed = new ArrayList<>(0);
    private int dataPoints;
    private int problemsLeftOut;

    /**
     * @param maxProblems how many problems the answer lists at most
     */
    public Inspection(int maxProblems) {
        this.maxProblems = maxProblems;
    }

    public void accept(CheckedEvent event) {
        accepted.add(event);
    }

    /** Takes an event of our own writing; texts that no JSON can hold are all that can be wrong with its form. */
    public void take(int index, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            accept(accepted.event());
        } else if (outcome instanceof Outcome.Refused refused) {
            refuse(index, refused);
        } else {
            refuse(index, new Finding(ProblemType.INVALID_TEXT, "A text holds half of a character.", ""));
        }
    }

    public void refuse(int index, Outcome.Refused refused) {
        refuse(index, refused.source(), refused.id(), refused.findings());
    }

    public void refuse(int index, Finding finding) {
        refuse(index, null, null, List.of(finding));
    }

    private void refuse(int index, @Nullable String source, @Nullable String id, List<Finding> findings) {
        reasons.add(findings.get(0).type());
        for (Finding finding : findings) {
            if (problems.size() < maxProblems) {
                problems.add(ItemProblem.of(index, source, id, finding));
            } else {
                problemsLeftOut++;
            }
        }
    }

    /**
     * Adds what metrics told.
     *
     * @param points how many data points that is
     */
    public void observe(String service, byte[] observation, int points) {
        observed.add(new Observed.Metrics(service, observation));
        dataPoints += points;
    }

    /** Says that the service sends spans of its calls, and so needs no metrics. */
    public void spansOf(String service) {
        Observed spans = new Observed.Spans(service);
        if (!observed.contains(spans)) {
            observed.add(spans);
        }
    }

    /** What is for the owner of the services' series. */
    List<Observed> observed() {
        return observed;
    }

    /** Whether nothing at all is to be stored. */
    boolean isEmpty() {
        return accepted.isEmpty() && observed.isEmpty();
    }

    /** What a quota counts. */
    int chargedEvents() {
        return accepted.size() + dataPoints;
    }

    /** What is published, in the order of the request. */
    public List<CheckedEvent> accepted() {
        return accepted;
    }

    /** How many events are refused. */
    public int refused() {
        return reasons.size();
    }

    /** Calls back with the first problem of each refused event. */
    void forEachReason(Consumer<ProblemType> counter) {
        reasons.forEach(counter);
    }

    /** Why, in the order of the request. */
    public List<ItemProblem> problems() {
        return problems;
    }

    /** Adds what the sender should know although nothing is refused for it. */
    public void note(String text) {
        notes.add(text);
    }

    /** What the sender should know besides. */
    public List<String> notes() {
        return notes;
    }

    /** How many problems the limit of the request kept out of the list. */
    public int problemsLeftOut() {
        return problemsLeftOut;
    }
}
