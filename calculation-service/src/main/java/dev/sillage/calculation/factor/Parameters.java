package dev.sillage.calculation.factor;

/** The size of a model in billions of parameters, as two tables give it. */
record Parameters(double totalLow, double totalHigh, double activeLow, double activeHigh) {

    static Parameters of(CsvRow row) {
        double totalLow = positive(row, "total_params_b_low");
        double totalHigh = notLess(row, "total_params_b_high", totalLow);
        double activeLow = positive(row, "active_params_b_low");
        double activeHigh = notLess(row, "active_params_b_high", activeLow);
        if (activeHigh > totalHigh) {
            throw row.bad("active_params_b_high", "not more than total_params_b_high " + totalHigh);
        }
        return new Parameters(totalLow, totalHigh, activeLow, activeHigh);
    }

    private static double positive(CsvRow row, String column) {
        double value = row.number(column);
        if (value <= 0) {
            throw row.bad(column, "a number greater than zero");
        }
        return value;
    }

    private static double notLess(CsvRow row, String column, double low) {
        double value = positive(row, column);
        if (value < low) {
            throw row.bad(column, "not less than the low bound " + low);
        }
        return value;
    }
}
