package dev.sillage.reporting.restate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.reporting.audit.AuditLog;
import dev.sillage.reporting.isolation.TenantConnection;
import dev.sillage.reporting.isolation.TenantDatabase;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.problem.ProblemType;
import dev.sillage.reporting.restate.Recalculation.CalculationState;
import dev.sillage.reporting.restate.Recalculation.UnavailableException;
import dev.sillage.reporting.restate.Restatement.Progress;
import dev.sillage.reporting.restate.Restatement.State;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Begins, pauses, resumes and cancels restatements; each of it is an entry of the audit log. */
@ApplicationScoped
class Restatements {
    private final AgroalDataSource database;
    private final TenantDatabase reader;
    private final RestatementTable table;
    private final History history;
    private final Recalculation recalculation;
    private final AuditLog audit;

    Restatements(
            AgroalDataSource database,
            TenantDatabase reader,
            RestatementTable table,
            History history,
            Recalculation recalculation,
            AuditLog audit) {
        this.database = database;
        this.reader = reader;
        this.table = table;
        this.history = history;
        this.recalculation = recalculation;
        this.audit = audit;
    }

    /** Begins one; the work is done elsewhere. */
    Restatement begin(String tenant, String actor, RestatementRequest request) throws SQLException {
        String factorSet = checked(tenant, request);
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        Restatement asked = restatement(tenant, actor, request, factorSet, now, 0);
        try (Connection connection = database.getConnection()) {
            Restatement restatement =
                    restatement(tenant, actor, request, factorSet, now, history.count(connection, asked));
            return inTransaction(connection, () -> {
                if (!table.insert(connection, restatement)) {
                    throw Problem.of(
                            ProblemType.RESTATEMENT_IN_PROGRESS,
                            "Wait until it is done, or cancel it: two of them could not tell whose difference is whose.");
                }
                audit.append(
                        connection,
                        tenant,
                        actor,
                        "restatement-requested",
                        restatement.id().toString(),
                        Map.of(
                                "reason",
                                restatement.reason(),
                                "methodology",
                                String.valueOf(restatement.methodology()),
                                "factorSet",
                                factorSet,
                                "from",
                                restatement.from().toString(),
                                "to",
                                restatement.to().toString(),
                                "dryRun",
                                String.valueOf(restatement.dryRun())));
                return restatement;
            });
        }
    }

    /** From one state to another, as a person wants it. */
    void move(String tenant, String actor, UUID id, State from, State to) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean moved = inTransaction(connection, () -> {
                Restatement restatement = find(connection, tenant, id);
                boolean allowed = restatement.state() == from
                        || (to == State.CANCELLED && !restatement.state().isFinal());
                if (!allowed || !table.move(connection, restatement, to, "")) {
                    return false;
                }
                audit.append(connection, tenant, actor, "restatement-" + to.word(), id.toString(), Map.of());
                return true;
            });
            if (!moved) {
                throw Problem.of(
                        ProblemType.RESTATEMENT_STATE,
                        "It is " + find(connection, tenant, id).state().word() + "; this needs it "
                                + (to == State.CANCELLED ? "running or paused" : from.word()) + ".");
            }
        }
    }

    RestatementView view(String tenant, UUID id) throws SQLException {
        try (TenantConnection connection = reader.open(tenant)) {
            Restatement restatement = find(connection.jdbc(), tenant, id);
            return RestatementView.of(
                    restatement, table.skipped(connection.jdbc(), id), table.differences(connection.jdbc(), id));
        }
    }

    List<RestatementView> newest(String tenant, int limit) throws SQLException {
        try (TenantConnection connection = reader.open(tenant)) {
            return table.newest(connection.jdbc(), tenant, limit).stream()
                    .map(restatement -> RestatementView.of(restatement, null, null))
                    .toList();
        }
    }

    private Restatement find(Connection connection, String tenant, UUID id) throws SQLException {
        return table.find(connection, tenant, id)
                .orElseThrow(() -> Problem.of(
                        ProblemType.UNKNOWN_RESTATEMENT, "GET /v1/restatements lists those that there are."));
    }

    /** The factor set that it is computed with; a problem for a version that the calculation does not have. */
    private String checked(String tenant, RestatementRequest request) {
        CalculationState state;
        try {
            state = recalculation.state(tenant);
        } catch (UnavailableException e) {
            throw Problem.of(ProblemType.CALCULATION_UNAVAILABLE, String.valueOf(e.getMessage()));
        }
        if (request.factorSet() != null && !request.factorSet().equals(state.factorSet())) {
            throw Problem.invalidBody(
                    "/factorSet",
                    "The calculation has the factor set " + state.factorSet() + ", not "
                            + Problem.quoted(request.factorSet()) + ".");
        }
        List<String> known = new ArrayList<>();
        for (JsonNode methodology : state.methodologies()) {
            known.add(methodology.path("id").asText());
        }
        if (request.methodology() != null && !known.contains(request.methodology())) {
            throw Problem.invalidBody(
                    "/methodology",
                    "There is no methodology " + Problem.quoted(request.methodology()) + ". Known are: "
                            + String.join(", ", known) + ".");
        }
        return state.factorSet();
    }

    private static Restatement restatement(
            String tenant, String actor, RestatementRequest request, String factorSet, Instant now, long expected) {
        return new Restatement(
                UUID.randomUUID(),
                tenant,
                actor,
                now,
                request.reason(),
                request.methodology(),
                factorSet,
                request.from(),
                request.to(),
                request.kinds(),
                request.dryRun(),
                State.RUNNING,
                "",
                new Progress(expected, 0, 0, 0, null),
                null);
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        try (Transaction transaction = Transaction.begin(connection)) {
            T result = work.run();
            transaction.commit();
            return result;
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }
}
