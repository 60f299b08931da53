package dev.sillage.calculation.factor;

import java.util.Set;
import java.util.regex.Pattern;

/** How units are written: known words joined by {@code *} and {@code /}, with one pair of brackets after a slash. */
final class UnitGrammar {
    private static final Set<String> WORDS = Set.of(
            "J",
            "kJ",
            "MJ",
            "Wh",
            "kWh",
            "MWh",
            "W",
            "kW",
            "MW",
            "s",
            "min",
            "h",
            "day",
            "year",
            "B",
            "kB",
            "MB",
            "GB",
            "TB",
            "bit",
            "kbit",
            "Mbit",
            "Gbit",
            "gCO2e",
            "kgCO2e",
            "tCO2e",
            "lbCO2e",
            "mgSbe",
            "gSbe",
            "kgSbe",
            "mL",
            "L",
            "m3",
            "m",
            "km",
            "mm2",
            "cm2",
            "m2",
            "g",
            "kg",
            "t",
            "FLOP",
            "TFLOP",
            "1",
            "%",
            "token",
            "param",
            "Gparam",
            "request",
            "gpu",
            "server",
            "user",
            "person",
            "participant",
            "mail",
            "copy",
            "image",
            "frame",
            "pixel",
            "Mpixel",
            "step",
            "page",
            "visit",
            "search",
            "device",
            "drive",
            "vcpu",
            "mile",
            "meal",
            "passenger",
            "item");

    private static final String WORD = "[A-Za-z0-9%]+";
    private static final String PRODUCT = WORD + "(\\*" + WORD + ")*";
    private static final Pattern FORM = Pattern.compile(PRODUCT + "(/(" + WORD + "|\\(" + PRODUCT + "\\)))?");
    private static final Pattern BETWEEN = Pattern.compile("[*/()]+");

    /** Refuses a unit that is not written like that, naming the word. */
    static void check(CsvRow row, String unit) {
        if (!FORM.matcher(unit).matches()) {
            throw row.bad("unit", "a unit such as kWh, gCO2e/kWh or Wh/(token*Gparam)");
        }
        for (String word : BETWEEN.split(unit, 0)) {
            if (!WORDS.contains(word)) {
                throw row.bad("unit", "known units, and '" + word + "' is none");
            }
        }
    }

    private UnitGrammar() {}
}
