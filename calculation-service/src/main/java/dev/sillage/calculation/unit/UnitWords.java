package dev.sillage.calculation.unit;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that units are made of. A year has 365 days, as the reference methods count it. */
final class UnitWords {
    private static final double POUND_G = 453.59237;

    private static final Map<String, Unit> WORDS = Map.ofEntries(
            word("1", Dimension.NONE, 1),
            word("%", Dimension.NONE, 0.01),
            word("J", Dimension.ENERGY, 1),
            word("kJ", Dimension.ENERGY, 1e3),
            word("MJ", Dimension.ENERGY, 1e6),
            word("Wh", Dimension.ENERGY, 3600),
            word("kWh", Dimension.ENERGY, 3.6e6),
            word("MWh", Dimension.ENERGY, 3.6e9),
            power("W", 1),
            power("kW", 1e3),
            power("MW", 1e6),
            word("s", Dimension.TIME, 1),
            word("min", Dimension.TIME, 60),
            word("h", Dimension.TIME, 3600),
            word("day", Dimension.TIME, 86_400),
            word("year", Dimension.TIME, 31_536_000),
            word("B", Dimension.DATA, 1),
            word("kB", Dimension.DATA, 1e3),
            word("MB", Dimension.DATA, 1e6),
            word("GB", Dimension.DATA, 1e9),
            word("TB", Dimension.DATA, 1e12),
            word("bit", Dimension.DATA, 0.125),
            word("kbit", Dimension.DATA, 125),
            word("Mbit", Dimension.DATA, 125e3),
            word("Gbit", Dimension.DATA, 125e6),
            word("gCO2e", Dimension.GREENHOUSE_GAS, 1),
            word("kgCO2e", Dimension.GREENHOUSE_GAS, 1e3),
            word("tCO2e", Dimension.GREENHOUSE_GAS, 1e6),
            word("lbCO2e", Dimension.GREENHOUSE_GAS, POUND_G),
            word("mgSbe", Dimension.ANTIMONY, 1),
            word("gSbe", Dimension.ANTIMONY, 1e3),
            word("kgSbe", Dimension.ANTIMONY, 1e6),
            word("mL", Dimension.VOLUME, 1),
            word("L", Dimension.VOLUME, 1e3),
            word("m3", Dimension.VOLUME, 1e6),
            word("mm", Dimension.LENGTH, 1),
            word("cm", Dimension.LENGTH, 10),
            word("m", Dimension.LENGTH, 1e3),
            word("km", Dimension.LENGTH, 1e6),
            area("mm2", 1),
            area("cm2", 1e2),
            area("m2", 1e6),
            word("g", Dimension.MASS, 1),
            word("kg", Dimension.MASS, 1e3),
            word("t", Dimension.MASS, 1e6),
            word("FLOP", Dimension.NONE, 1),
            word("TFLOP", Dimension.NONE, 1e12),
            word("param", Dimension.NONE, 1),
            word("Gparam", Dimension.NONE, 1e9),
            word("pixel", Dimension.NONE, 1),
            word("Mpixel", Dimension.NONE, 1e6),
            count("token"),
            count("request"),
            count("gpu"),
            count("server"),
            count("user"),
            count("person"),
            count("participant"),
            count("mail"),
            count("copy"),
            count("image"),
            count("frame"),
            count("step"),
            count("page"),
            count("visit"),
            count("search"),
            count("device"),
            count("drive"),
            count("vcpu"),
            count("mile"),
            count("meal"),
            count("passenger"),
            count("item"));

    private UnitWords() {}

    static @Nullable Unit find(String word) {
        return WORDS.get(word);
    }

    private static Map.Entry<String, Unit> word(String text, Dimension dimension, double scale) {
        return entry(text, new Unit(text, dimension, scale));
    }

    private static Map.Entry<String, Unit> power(String text, double watts) {
        return word(text, Dimension.ENERGY.times(Dimension.TIME, -1), watts);
    }

    private static Map.Entry<String, Unit> area(String text, double squareMillimetres) {
        return word(text, Dimension.NONE.times(Dimension.LENGTH, 2), squareMillimetres);
    }

    private static Map.Entry<String, Unit> count(String text) {
        return word(text, Dimension.NONE, 1);
    }
}
