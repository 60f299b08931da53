package dev.sillage.reporting.restate;

import dev.sillage.reporting.aggregate.ChangedMeanwhileException;
import dev.sillage.reporting.audit.AuditLog;
import dev.sillage.reporting.label.GroupableLabels;
import dev.sillage.reporting.restate.Recalculation.UnavailableException;
import dev.sillage.reporting.restate.Restatement.Progress;
import dev.sillage.reporting.restate.Restatement.State;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works on one restatement at a time, page by page; while a page is written the next one is computed. What it knows is in
 * the database: when it is killed, another replica goes on after the last page that was written.
 */
@ApplicationScoped
class RestatementWorker {
    private static final Logger LOG = Logger.getLogger(RestatementWorker.class);

    private final AgroalDataSource database;
    private final RestatementTable table;
    private final History history;
    private final Recalculation recalculation;
    private final RestatementBatch batch;
    private final AuditLog audit;
    private final GroupableLabels labels;
    private final RestateConfig pace;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(named("restatement"));
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(named("restatement-ahead"));
    private volatile boolean stopping;

    RestatementWorker(
            AgroalDataSource database,
            RestatementTable table,
            History history,
            Recalculation recalculation,
            RestatementBatch batch,
            AuditLog audit,
            GroupableLabels labels,
            RestateConfig config) {
        this.database = database;
        this.table = table;
        this.history = history;
        this.recalculation = recalculation;
        this.batch = batch;
        this.audit = audit;
        this.labels = labels;
        this.pace = config;
    }

    void start(@Observes StartupEvent event) {
        long millis = pace.poll().toMillis();
        ScheduledFuture<?> looking = worker.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
        LOG.debugf("looking for restatements every %d ms: %s", millis, looking);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        worker.shutdownNow();
        ahead.shutdownNow();
    }

    /** Never throws: a scheduled task that throws is not run again. */
    private void look() {
        try {
            Optional<Restatement> claimed = claim();
            if (claimed.isPresent()) {
                work(claimed.get());
            }
        } catch (SQLException | RuntimeException e) {
            if (!stopping) {
                LOG.warnf("restatements wait: %s", e.toString());
            }
        }
    }

    private Optional<Restatement> claim() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return table.claim(connection, pace.lease());
        }
    }

    private void work(Restatement restatement) throws SQLException {
        Progress progress = restatement.progress();
        Future<Optional<ComputedPage>> next = compute(restatement, progress.cursor());
        while (!stopping) {
            try {
                Optional<ComputedPage> page = next.get();
                if (page.isEmpty()) {
                    finish(restatement, State.DONE, "");
                    return;
                }
                ComputedPage computed = page.get();
                if (!computed.results().isEmpty() && !computed.factorSet().equals(restatement.factorSet())) {
                    finish(
                            restatement,
                            State.FAILED,
                            "The calculation computes with the factor set " + computed.factorSet() + " now, not with "
                                    + restatement.factorSet() + ".");
                    return;
                }
                next = compute(restatement, cursorAfter(computed));
                Optional<Progress> written = batch.write(restatement, progress, computed);
                if (written.isEmpty()) {
                    next.cancel(true);
                    return;
                }
                progress = written.get();
            } catch (ChangedMeanwhileException e) {
                LOG.infof("restatement %s: %s; reading again", restatement.id(), e.getMessage());
                next.cancel(true);
                next = compute(restatement, progress.cursor());
            } catch (ExecutionException e) {
                // Its lease ends, and then it is tried again from its last page.
                LOG.warnf("restatement %s waits: %s", restatement.id(), e.getCause());
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Restatement.@Nullable Cursor cursorAfter(ComputedPage page) {
        return page.rows().get(page.rows().size() - 1).cursor();
    }

    private Future<Optional<ComputedPage>> compute(Restatement restatement, Restatement.@Nullable Cursor after) {
        Callable<Optional<ComputedPage>> page = () -> page(restatement, after);
        return ahead.submit(page);
    }

    private Optional<ComputedPage> page(Restatement restatement, Restatement.@Nullable Cursor after)
            throws SQLException, UnavailableException {
        List<HistoryRow> rows;
        try (Connection connection = database.getConnection();
                Transaction transaction = Transaction.begin(connection)) {
            rows = history.page(connection, restatement, after, pace.batch());
            transaction.commit();
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<HistoryRow> computable = ComputedPage.computable(rows);
        Recalculation.Results results = computable.isEmpty()
                ? new Recalculation.Results("", List.of())
                : recalculation.recalculate(restatement, computable);
        return Optional.of(ComputedPage.of(rows, computable, results, labels));
    }

    private void finish(Restatement restatement, State state, String detail) throws SQLException {
        try (Connection connection = database.getConnection();
                Transaction transaction = Transaction.begin(connection)) {
            if (table.move(connection, restatement, state, detail)) {
                audit.append(
                        connection,
                        restatement.tenant(),
                        "sillage",
                        "restatement-" + state.word(),
                        restatement.id().toString(),
                        Map.of("detail", detail));
            }
            transaction.commit();
        }
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, "sillage-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
