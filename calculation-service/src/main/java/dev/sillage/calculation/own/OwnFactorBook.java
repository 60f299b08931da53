package dev.sillage.calculation.own;

import dev.sillage.calculation.access.Access;
import dev.sillage.calculation.own.OwnFactorRecord.Change;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The own factors of the tenant that the current request speaks for. */
@Singleton
class OwnFactorBook {
    /** Hourly intensities of a dozen zones for a year; about 30 MB of memory for one tenant. */
    private static final int MAX_FACTORS = 100_000;

    private static final int MAX_PROBLEMS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Access access;
    private final OwnFactors factors;
    private final OwnFactorWriter writer;

    OwnFactorBook(Access access, OwnFactors factors, OwnFactorWriter writer) {
        this.access = access;
        this.factors = factors;
        this.writer = writer;
    }

    /**
     * Sets factors; all, or none when one is refused.
     *
     * @param pointer of the times of the factor at a position
     */
    void set(List<OwnFactor> wanted, Function<Integer, String> pointer) {
        writer.write(() -> {
            TenantFactors present = present();
            Schedule schedule = new Schedule(present, wanted);
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < wanted.size() && problems.size() < MAX_PROBLEMS; i++) {
                Optional<OwnFactor> other = schedule.add(wanted.get(i));
                if (other.isPresent()) {
                    problems.add(Problem.of(
                            ProblemType.OVERLAPPING_PERIOD,
                            "another factor of this key and zone holds in " + Schedule.period(other.get()),
                            pointer.apply(i)));
                }
            }
            if (!problems.isEmpty()) {
                throw new ProblemsException(problems).asAnswer();
            }
            if (present.all().size() + wanted.size() > MAX_FACTORS) {
                throw Problem.of(
                                ProblemType.TOO_MANY_FACTORS,
                                "a tenant may have " + MAX_FACTORS + " own factors, and has "
                                        + present.all().size(),
                                null)
                        .asAnswer();
            }
            return wanted.stream()
                    .map(factor -> new Change(access.tenant(), factor.id(), factor))
                    .toList();
        });
    }

    /** Deletes those that fit, and says how many. */
    int delete(Predicate<OwnFactor> which) {
        List<Change> deleted = new ArrayList<>();
        writer.write(() -> {
            present().all().stream()
                    .filter(which)
                    .map(factor -> new Change(access.tenant(), factor.id(), null))
                    .forEach(deleted::add);
            return deleted;
        });
        return deleted.size();
    }

    /** Those that fit, a part at a time. */
    OwnFactorPage page(Predicate<OwnFactor> which, int offset, int limit) {
        TenantFactors present = present();
        List<OwnFactor> fitting = present.all().stream().filter(which).toList();
        return new OwnFactorPage(
                factors.factorSet(present),
                fitting.size(),
                offset,
                fitting.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(OwnFactorView::of)
                        .toList());
    }

    String factorSet() {
        return factors.factorSet(present());
    }

    private TenantFactors present() {
        try {
            if (factors.awaitWhole(PATIENCE)) {
                return factors.factorsOf(access.tenant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw OwnFactorWriter.notDurable();
    }
}
