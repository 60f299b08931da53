package dev.sillage.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mixed load on two calculation and two reporting services, in each run of which chance strikes down some parts; after
 * each the book of record must say exactly what was acknowledged. Set {@code sillage.faults.seed} to repeat what was
 * seen and {@code sillage.faults.runs} for more of it.
 */
class SeededFaultIT {
    private static final long SEED = Long.getLong("sillage.faults.seed", 20_261_128);
    private static final int RUNS = Integer.getInteger("sillage.faults.runs", 4);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path scratch;

    @Test
    void theBooksSayWhatWasAcknowledgedWhateverStrikes() throws Exception {
        System.err.printf("sillage.faults.seed=%d sillage.faults.runs=%d%n", SEED, RUNS);
        Random random = new Random(SEED);
        try (Fleet fleet = Fleet.start(scratch);
                FaultRun runs = new FaultRun(fleet)) {
            System.err.println(RunFigures.HEADER);
            for (int run = 1; run <= RUNS; run++) {
                RunFigures figures = runs.run(run, random);
                System.err.println(figures);
                assertThat(figures.differences().count())
                        .as(
                                "differences in run %d of seed %d after: %s. Logs in %s.%s",
                                run, SEED, figures.struck(), scratch, figures.differences())
                        .isZero();
            }
        }
    }
}
