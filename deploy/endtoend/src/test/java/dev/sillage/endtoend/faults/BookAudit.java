package dev.sillage.endtoend.faults;

import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.footprint.Criterion;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks into the tables of the book of record. */
final class BookAudit {
    private static final List<String> CRITERIA = Arrays.stream(Criterion.values())
            .map(criterion -> criterion.wireName().replace('-', '_'))
            .toList();

    /** What a rollup has, in one order for both sides of the comparison. */
    private static final String OF_LEDGER = "count(*), coalesce(sum(functional_quantity), 0),"
            + " count(functional_quantity), "
            + each(Recomputation.BOUNDS, column -> "coalesce(sum(" + column + "), 0)") + ", "
            + each(CRITERIA, criterion -> "count(" + criterion + "_central)");

    private static final List<String> ADDED = Stream.of(
                    Stream.of("activities", "functional_quantity", "functional_activities"),
                    Recomputation.BOUNDS.stream(),
                    CRITERIA.stream().map(criterion -> criterion + "_activities"))
            .flatMap(columns -> columns)
            .toList();
    private static final List<String> LEVELS = List.of("minute", "hour", "day", "month");

    private static final String SUMS = "WITH of_ledger AS (SELECT level, series_id,"
            + " date_trunc(level, occurred_at, 'UTC') AS bucket, " + OF_LEDGER
            + " FROM ledger CROSS JOIN unnest(ARRAY['minute', 'hour', 'day', 'month']) AS l(level)"
            + " GROUP BY level, series_id, bucket), of_rollups AS ("
            + LEVELS.stream().map(BookAudit::ofRollup).collect(Collectors.joining(" UNION ALL "))
            + ") SELECT 'compared', count(*) FROM of_ledger UNION ALL SELECT level, count(*) FROM ("
            + "(SELECT * FROM of_ledger EXCEPT ALL SELECT * FROM of_rollups) UNION ALL"
            + " (SELECT * FROM of_rollups EXCEPT ALL SELECT * FROM of_ledger)) AS different GROUP BY level";

    /** Each answers how often the rule is broken. */
    private static final Map<String, String> RULES = queries();

    private final Connection book;
    private final Differences differences;

    BookAudit(Connection book, Differences differences) {
        this.book = book;
        this.differences = differences;
    }

    private static String ofRollup(String level) {
        // What was taken back altogether leaves a row of zeros: as good as none, when all of it is zero.
        return "SELECT '" + level + "', series_id, bucket, " + each(ADDED, column -> "sum(" + column + ")")
                + " FROM rollup_" + level + " GROUP BY series_id, bucket HAVING "
                + ADDED.stream().map(column -> "sum(" + column + ") <> 0").collect(Collectors.joining(" OR "));
    }

    private static Map<String, String> queries() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("an activity is once in the ledger", "SELECT count(*) - count(DISTINCT activity_digest) FROM ledger");
        rules.put(
                "a row of the ledger has an identity that stands",
                "SELECT count(*) FROM ledger WHERE NOT EXISTS (SELECT 1 FROM identity"
                        + " WHERE digest = activity_digest AND NOT retracted)");
        rules.put(
                "an identity that stands has a row in the ledger",
                "SELECT count(*) FROM identity WHERE NOT retracted"
                        + " AND NOT EXISTS (SELECT 1 FROM ledger WHERE activity_digest = digest)");
        rules.put(
                "an avoidance is not in the ledger",
                "SELECT count(*) FROM avoidance JOIN ledger USING (activity_digest)");
        rules.put(
                "what is set aside is in no table of the report",
                "SELECT count(*) FROM dead_letter d JOIN (SELECT origin_partition, origin_offset FROM ledger"
                        + " UNION ALL SELECT origin_partition, origin_offset FROM avoidance) r"
                        + " USING (origin_partition, origin_offset)"
                        + " WHERE stage = 'calculation' AND origin_topic = 'sillage.activities'");
        rules.put(
                "every result could be stored and none recovered",
                "SELECT count(*) FROM dead_letter WHERE stage = 'reporting' OR recovered_at IS NOT NULL");
        return rules;
    }

    /** Rules that hold for the whole book; answers how many rows of rollups were compared. */
    long rules() throws SQLException {
        for (Map.Entry<String, String> rule : RULES.entrySet()) {
            differences.compare(rule.getKey(), 0, number(rule.getValue()));
        }
        Map<String, Long> sums = numbers(SUMS);
        for (String level : LEVELS) {
            differences.compare("each " + level + " is the sum of its ledger rows", 0, sums.getOrDefault(level, 0L));
        }
        return sums.getOrDefault("compared", 0L);
    }

    /** What the ledger and its neighbours say of the events of one run. */
    void of(Load load, Recomputation recomputation) throws SQLException, NotComputableException {
        Truth truth = load.truth();
        Map<String, List<Row>> rows = rows(load.source());
        for (Map.Entry<String, ToldActivity> standing : truth.standing.entrySet()) {
            String id = standing.getKey();
            List<Row> found = rows.getOrDefault(id, List.of());
            if (found.size() != 1) {
                differences.add(
                        "an acknowledged activity is once in the ledger", id + " is there " + found.size() + " times");
            } else {
                compare(id, standing.getValue(), found.get(0), recomputation);
            }
        }
        rows.keySet().stream()
                .filter(id -> !truth.standing.containsKey(id))
                .forEach(id -> differences.add(
                        "nothing else is in the ledger",
                        id + (truth.retracted.contains(id) ? " was taken back" : " was never an activity")));
        Map<String, Long> avoidances =
                numbers("SELECT activity_id, count(*) FROM avoidance WHERE source = ? GROUP BY 1", load.source());
        for (String id : truth.avoidances) {
            differences.compare("an acknowledged avoidance is there once", 1, avoidances.getOrDefault(id, 0L));
        }
        differences.compare("no other avoidance is there", truth.avoidances.size(), avoidances.size());
        differences.compare(
                "each other content under a known id is a conflict",
                truth.conflicts,
                numbers("SELECT 'all', count(*) FROM identity_conflict WHERE source = ?", load.source())
                        .getOrDefault("all", 0L));
    }

    private void compare(String id, ToldActivity told, Row row, Recomputation recomputation)
            throws NotComputableException {
        if (!row.kind().equals(told.kind())
                || !row.team().equals(told.team())
                || !row.occurredAt().toInstant().equals(told.time())) {
            differences.add("a row says what was told last", id + ": " + row + " instead of " + told);
        }
        Map<String, BigDecimal> expected = new HashMap<>();
        recomputation.of(told).forEach((bound, value) -> expected.put(id + " " + bound, value));
        differences.compare("a row has the figures of what was told last", expected, row.figures());
    }

    /** Sums of the counts of all partitions, by name. */
    Map<String, Long> counts() throws SQLException {
        List<String> names = List.of("computed", "reported", "amended", "duplicates", "conflicts", "recomputed");
        Map<String, Long> counts = new HashMap<>();
        try (Statement select = book.createStatement();
                ResultSet row = select.executeQuery(
                        "SELECT " + each(names, name -> "coalesce(sum(" + name + "), 0)") + " FROM reconciliation")) {
            row.next();
            for (int column = 0; column < names.size(); column++) {
                counts.put(names.get(column), row.getLong(column + 1));
            }
        }
        counts.put("dead letters", number("SELECT count(*) FROM dead_letter"));
        return counts;
    }

    /** How many records of results were applied, by partition. */
    Map<String, Long> applied() throws SQLException {
        return numbers("SELECT partition::text, sum(computed + recomputed) FROM reconciliation GROUP BY partition");
    }

    /** How many records of results were taken, by partition. */
    Map<String, Long> taken() throws SQLException {
        return numbers("SELECT partition::text, sum(next_offset) FROM consumer_offset"
                + " WHERE topic IN ('sillage.footprints', 'sillage.avoidances') GROUP BY partition");
    }

    /** The next record to take, by topic and partition. */
    Map<String, Long> offsets() throws SQLException {
        return numbers("SELECT topic || '-' || partition, next_offset FROM consumer_offset");
    }

    private Map<String, List<Row>> rows(String source) throws SQLException {
        Map<String, List<Row>> rows = new HashMap<>();
        try (PreparedStatement select = book.prepareStatement("SELECT activity_id, kind, team, occurred_at, "
                + String.join(", ", Recomputation.BOUNDS)
                + " FROM ledger JOIN series ON series.id = series_id WHERE source = ?")) {
            select.setString(1, source);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String id = row.getString("activity_id");
                    Map<String, BigDecimal> figures = new HashMap<>();
                    for (String bound : Recomputation.BOUNDS) {
                        BigDecimal value = row.getBigDecimal(bound);
                        if (value != null) {
                            figures.put(id + " " + bound, value);
                        }
                    }
                    rows.computeIfAbsent(id, first -> new ArrayList<>())
                            .add(new Row(
                                    row.getString("kind"),
                                    row.getString("team"),
                                    row.getObject("occurred_at", OffsetDateTime.class),
                                    figures));
                }
            }
        }
        return rows;
    }

    private long number(String query) throws SQLException {
        try (Statement select = book.createStatement();
                ResultSet row = select.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Map<String, Long> numbers(String query, String... parameters) throws SQLException {
        Map<String, Long> numbers = new HashMap<>();
        try (PreparedStatement select = book.prepareStatement(query)) {
            for (int parameter = 0; parameter < parameters.length; parameter++) {
                select.setString(parameter + 1, parameters[parameter]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return numbers;
    }

    private static String each(List<String> columns, UnaryOperator<String> expression) {
        return columns.stream().map(expression).collect(Collectors.joining(", "));
    }

    /** What the ledger says of an activity. */
    private record Row(String kind, String team, OffsetDateTime occurredAt, Map<String, BigDecimal> figures) {}
}
