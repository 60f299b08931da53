package dev.sillage.reporting.restate;

import dev.sillage.reporting.restate.Recalculation.UnavailableException;
import dev.sillage.reporting.restate.Restatement.Cursor;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a history from a place on, in its order. While one is written the next two are read and computed: where a
 * page begins is known from the rows of the one before, so that none waits for the results of another.
 */
final class PagesAhead {
    private static final int AHEAD = 2;

    private final Reading reading;
    private final Computing computing;
    private final Executor readers;
    private final Executor computers;
    private final Deque<CompletableFuture<Optional<ComputedPage>>> pages = new ArrayDeque<>();
    private CompletableFuture<List<HistoryRow>> lastRead;

    /**
     * Begins.
     *
     * @param after the last row that is done; null before the first
     * @param readers reads one page after the other
     * @param computers computes several at once
     */
    PagesAhead(@Nullable Cursor after, Reading reading, Computing computing, Executor readers, Executor computers) {
        this.reading = reading;
        this.computing = computing;
        this.readers = readers;
        this.computers = computers;
        this.lastRead = CompletableFuture.supplyAsync(() -> read(after), readers);
        compute(lastRead);
        fill();
    }

    /**
     * The next one; empty after the last.
     *
     * @throws ExecutionException with why it could not be read or computed
     */
    Optional<ComputedPage> next() throws ExecutionException, InterruptedException {
        Optional<ComputedPage> page = pages.remove().get();
        fill();
        return page;
    }

    /** What is not begun yet is not done any more. */
    void cancel() {
        pages.forEach(page -> page.cancel(true));
        lastRead.cancel(true);
    }

    private void fill() {
        while (pages.size() < AHEAD) {
            lastRead = lastRead.thenApplyAsync(
                    rows -> rows.isEmpty()
                            ? rows
                            : read(rows.get(rows.size() - 1).cursor()),
                    readers);
            compute(lastRead);
        }
    }

    private void compute(CompletableFuture<List<HistoryRow>> read) {
        pages.add(
                read.thenApplyAsync(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(compute(rows)), computers));
    }

    private List<HistoryRow> read(@Nullable Cursor after) {
        try {
            return reading.after(after);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private ComputedPage compute(List<HistoryRow> rows) {
        try {
            return computing.of(rows);
        } catch (UnavailableException e) {
            throw new CompletionException(e);
        }
    }

    /** Rows of the history. */
    @FunctionalInterface
    interface Reading {
        /** At most a page of them; none at the end. */
        List<HistoryRow> after(@Nullable Cursor cursor) throws SQLException;
    }

    /** What becomes of rows. */
    @FunctionalInterface
    interface Computing {
        ComputedPage of(List<HistoryRow> rows) throws UnavailableException;
    }
}
