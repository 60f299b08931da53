package dev.sillage.reporting.retain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A partition of the ledger, as {@code ensure_ledger_month} names it.
 *
 * @param table its name
 * @param retentionMonths how long what is in it is kept
 * @param month whose activities are in it
 */
record LedgerMonth(String table, int retentionMonths, YearMonth month) {
    private static final Pattern NAME = Pattern.compile("ledger_keep_(\\d{1,4})_(\\d{6})");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    static Optional<LedgerMonth> of(String table) {
        Matcher name = NAME.matcher(table);
        return name.matches()
                ? Optional.of(
                        new LedgerMonth(table, Integer.parseInt(name.group(1)), YearMonth.parse(name.group(2), MONTH)))
                : Optional.empty();
    }

    /** Whether all in it ended before that moment, the first of a month. */
    boolean endsBefore(Instant keptFrom) {
        LocalDate next = month.plusMonths(1).atDay(1);
        return !next.atStartOfDay().toInstant(ZoneOffset.UTC).isAfter(keptFrom);
    }
}
