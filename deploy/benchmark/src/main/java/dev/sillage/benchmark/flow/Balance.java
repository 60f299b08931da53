package dev.sillage.benchmark.flow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether every sum of the ledger is that of the rollups, to the last digit. */
final class Balance {
    private Balance() {}

    /** In words; the first difference when there is one. */
    static String of(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT attname FROM pg_attribute WHERE attrelid = 'ledger'::regclass"
                                + " AND attname ~ '_(low|central|high)$' ORDER BY attnum")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        List<String> differences = new ArrayList<>();
        for (String rollup : List.of("rollup_minute", "rollup_hour", "rollup_day", "rollup_month")) {
            StringBuilder sql = new StringBuilder("SELECT l.n = r.n");
            StringBuilder ledger = new StringBuilder("SELECT count(*) AS n");
            StringBuilder sums = new StringBuilder("SELECT sum(activities) AS n");
            for (String column : columns) {
                sql.append(", l.").append(column).append(" = r.").append(column);
                ledger.append(", coalesce(sum(")
                        .append(column)
                        .append("), 0) AS ")
                        .append(column);
                sums.append(", sum(").append(column).append(") AS ").append(column);
            }
            sql.append(" FROM (")
                    .append(ledger)
                    .append(" FROM ledger) l, (")
                    .append(sums)
                    .append(" FROM ")
                    .append(rollup)
                    .append(") r");
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql.toString())) {
                row.next();
                for (int i = 0; i <= columns.size(); i++) {
                    if (!row.getBoolean(i + 1)) {
                        differences.add(rollup + "." + (i == 0 ? "activities" : columns.get(i - 1)));
                    }
                }
            }
        }
        return differences.isEmpty() ? "equal" : "different: " + differences;
    }
}
