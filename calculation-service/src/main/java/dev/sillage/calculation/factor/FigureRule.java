package dev.sillage.calculation.factor;

/** Which figures a row may have, by what its key promises and whether its zero was confirmed. */
record FigureRule(KeyRule.Bounds bounds, boolean zeroConfirmed) {

    double check(CsvRow row, String column, double value) {
        if (bounds == KeyRule.Bounds.ANY) {
            return value;
        }
        if (value < 0 || (value == 0 && !zeroConfirmed)) {
            throw row.bad(
                    column,
                    "a number greater than zero (a zero is suspicious, unless the quality is " + Factor.ZERO_CONFIRMED
                            + ")");
        }
        if (bounds == KeyRule.Bounds.SHARE && value > 1) {
            throw row.bad(column, "a share from 0 to 1");
        }
        if (bounds == KeyRule.Bounds.AT_LEAST_ONE && value < 1) {
            throw row.bad(column, "at least 1");
        }
        return value;
    }
}
