package dev.sillage.ingestion.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jboss.logging.Logger;

/**
 * The cases of the fuzz tests: the same ones every time, others with {@code -Dsillage.fuzz.seed}, more with {@code
 * -Dsillage.fuzz.times}. What a failure says is enough to repeat it.
 */
public final class Cases {
    private static final Logger LOG = Logger.getLogger(Cases.class);
    private static final long SEED = Long.getLong("sillage.fuzz.seed", 20_261_128L);
    private static final int TIMES = Integer.getInteger("sillage.fuzz.times", 1);
    /** So that the cases of two seeds beside each other are not the same ones. */
    private static final long SPREAD = 1_000_003L;

    private Cases() {}

    /** One case; all chance in it comes from the argument. */
    public interface Case {
        void run(Random random, int number) throws Exception;
    }

    /** One case of a list. */
    public interface Listed<T> {
        void run(T listed) throws Exception;
    }

    /** That many cases by chance. */
    public static void byChance(String door, int count, Case each) {
        int cases = count * TIMES;
        LOG.infof("fuzz: %s, %d cases by chance, -Dsillage.fuzz.seed=%d", door, cases, SEED);
        Failures failures = new Failures();
        for (int number = 0; number < cases; number++) {
            try {
                each.run(new Random(SEED * SPREAD + number), number);
            } catch (Exception | AssertionError e) {
                failures.add("%s: case %d with -Dsillage.fuzz.seed=%d".formatted(door, number, SEED), e);
            }
        }
        failures.report();
    }

    /** Each case of a list. */
    public static <T> void each(String door, List<T> list, Listed<? super T> each) {
        LOG.infof("fuzz: %s, %d cases of a list", door, list.size());
        Failures failures = new Failures();
        for (int number = 0; number < list.size(); number++) {
            try {
                each.run(list.get(number));
            } catch (Exception | AssertionError e) {
                String text = String.valueOf(list.get(number));
                failures.add("%s: case %d of the list, %.300s".formatted(door, number, text), e);
            }
        }
        failures.report();
    }

    /** The first ones; behind them nothing is tried any more. */
    private static final class Failures {
        private static final int ENOUGH = 5;

        private final List<AssertionError> errors = new ArrayList<>();

        void add(String which, Throwable failure) {
            errors.add(new AssertionError(which, failure));
            if (errors.size() == ENOUGH) {
                report();
            }
        }

        void report() {
            if (!errors.isEmpty()) {
                AssertionError first = errors.get(0);
                errors.subList(1, errors.size()).forEach(first::addSuppressed);
                throw first;
            }
        }
    }
}
