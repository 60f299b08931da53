package dev.sillage.calculation.factor;

import dev.sillage.calculation.unit.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a table, which knows its place so that every complaint can name it. */
record CsvRow(String file, long line, List<String> header, List<String> fields) {

    String place() {
        return file + " line " + line;
    }

    /** The cell, or null when it is empty: not known. */
    @Nullable
    String optional(String column) {
        String cell = fields.get(header.indexOf(column));
        return cell.isEmpty() ? null : cell;
    }

    String required(String column) {
        String cell = optional(column);
        if (cell == null) {
            throw bad(column, "a value");
        }
        return cell;
    }

    double number(String column) {
        return parse(column, required(column));
    }

    double numberOr(String column, double absent) {
        String cell = optional(column);
        return cell == null ? absent : parse(column, cell);
    }

    @Nullable
    Double optionalNumber(String column) {
        String cell = optional(column);
        return cell == null ? null : parse(column, cell);
    }

    @Nullable
    Double optionalPositive(String column) {
        Double value = optionalNumber(column);
        if (value != null && value <= 0) {
            throw bad(column, "a number greater than zero, or nothing");
        }
        return value;
    }

    boolean flag(String column) {
        String cell = required(column);
        if (!cell.equals("true") && !cell.equals("false")) {
            throw bad(column, "true or false");
        }
        return cell.equals("true");
    }

    /** The parts of a cell that {@code |} divides; an empty cell has none. */
    List<String> parts(String column) {
        String cell = optional(column);
        return cell == null ? List.of() : List.of(cell.split("\\|", -1));
    }

    /** The four digits of a plausible year, or null when the cell is empty. */
    @Nullable
    String year(String column) {
        String cell = optional(column);
        if (cell != null && !cell.matches("(19[5-9]|20[0-9])[0-9]")) {
            throw bad(column, "a year from 1950 to 2099, or nothing");
        }
        return cell;
    }

    /** Refuses the cell unless that text is a unit, naming the word that is none. */
    void checkUnit(String column, String unit) {
        try {
            Unit.parse(unit);
        } catch (IllegalArgumentException e) {
            throw bad(column, "a unit such as kWh, gCO2e/kWh or Wh/(token*Gparam) (" + e.getMessage() + ")");
        }
    }

    /** The four digits of a plausible year. */
    String requiredYear(String column) {
        String year = year(column);
        if (year == null) {
            throw bad(column, "a year from 1950 to 2099");
        }
        return year;
    }

    FactorException bad(String column, String expected) {
        int index = header.indexOf(column);
        return new FactorException("%s line %d, column %s: '%s', expected %s"
                .formatted(file, line, column, index < 0 ? "" : fields.get(index), expected));
    }

    private double parse(String column, String cell) {
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw bad(column, "a decimal number");
        }
        if (!Double.isFinite(value)) {
            throw bad(column, "a finite number");
        }
        return value;
    }
}
