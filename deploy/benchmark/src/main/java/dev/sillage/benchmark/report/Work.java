package dev.sillage.benchmark.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * CPU time that was spent so far. Unlike a time by the clock it tells the same on a machine that others use as well.
 *
 * @param service by the service
 * @param database by all processes of the database
 */
record Work(Duration service, Duration database) {
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * By now.
     *
     * @param service tells that of the service
     * @param data where the programs of the database lie
     */
    static Work now(Callable<Duration> service, Path data) {
        try {
            return new Work(service.call(), ofPrograms(data));
        } catch (Exception e) {
            throw new IllegalStateException("The service does not tell", e);
        }
    }

    /** What came since, for each of so many, in milliseconds: of the service, and of the database. */
    double[] millisEachSince(Work before, int count) {
        return new double[] {
            service.minus(before.service).toNanos() / NANOS_PER_MILLI / count,
            database.minus(before.database).toNanos() / NANOS_PER_MILLI / count
        };
    }

    private static Duration ofPrograms(Path directory) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(info -> info.command()
                        .filter(command -> command.startsWith(directory.toString()) && command.endsWith("/postgres"))
                        .isPresent())
                .flatMap(info -> info.totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
