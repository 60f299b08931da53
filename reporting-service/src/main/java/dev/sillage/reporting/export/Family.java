package dev.sillage.reporting.export;

import java.util.List;

/**
 * Numbers of one meaning.
 *
 * @param name words joined by {@code _}, without unit and without what a format adds
 * @param unit of every sample
 * @param behaviour how the numbers behave
 * @param help what they mean; holds neither quotation marks nor line ends
 */
public record Family(String name, Unit unit, Behaviour behaviour, String help, List<Sample> samples) {

    /** How the numbers of a family behave from one reading to the next. */
    public enum Behaviour {
        /** Only grows. */
        COUNTER,
        /** A sum of what is there now: it adds up over its labels, and falls when something is taken back. */
        STOCK,
        /** A number that does not add up. */
        GAUGE,
        /** Always 1: what there is to know stands in its labels. */
        INFO
    }

    /**
     * What is counted.
     *
     * @param word as Prometheus writes units, in the plural; empty for plain numbers
     * @param symbol as UCUM writes it
     */
    public record Unit(String word, String symbol) {
        static final Unit ONE = new Unit("", "1");
        static final Unit GRAM = new Unit("grams", "g");
        static final Unit WATT_HOUR = new Unit("watt_hours", "W.h");
        static final Unit JOULE = new Unit("joules", "J");
        static final Unit LITRE = new Unit("litres", "L");
        static final Unit SECOND = new Unit("seconds", "s");
    }
}
