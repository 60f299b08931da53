package dev.sillage.calculation.model.avoided;

import dev.sillage.activity.Avoidance;

/** Claims, told shortly. */
record Claim(
        String lever,
        double before,
        double after,
        String unit,
        String country,
        String item,
        Double speedKmh,
        Double asset,
        Double energy,
        Double firstOrder,
        Double rebound) {

    static Claim of(String lever, double before, double after, String unit) {
        return new Claim(lever, before, after, unit, null, null, null, null, null, null, null);
    }

    Claim in(String place) {
        return new Claim(lever, before, after, unit, place, item, speedKmh, asset, energy, firstOrder, rebound);
    }

    Claim about(String thing) {
        return new Claim(lever, before, after, unit, country, thing, speedKmh, asset, energy, firstOrder, rebound);
    }

    Claim at(double kmh) {
        return new Claim(lever, before, after, unit, country, item, kmh, asset, energy, firstOrder, rebound);
    }

    Claim ofAsset(double kgCo2e) {
        return new Claim(lever, before, after, unit, country, item, speedKmh, kgCo2e, energy, firstOrder, rebound);
    }

    Claim saving(double kwh) {
        return new Claim(lever, before, after, unit, country, item, speedKmh, asset, kwh, firstOrder, rebound);
    }

    Claim less(Double itsOwn, Double takenBack) {
        return new Claim(lever, before, after, unit, country, item, speedKmh, asset, energy, itsOwn, takenBack);
    }

    Avoidance tier(String tier) {
        return avoidance("The year before, same orders.", "Tachographs.", tier);
    }

    Avoidance claim() {
        return tier("1");
    }

    Avoidance substantiatedBy(String reference, String evidence) {
        return avoidance(reference, evidence, "1");
    }

    private Avoidance avoidance(String reference, String evidence, String tier) {
        return new Avoidance(
                lever,
                before,
                after,
                unit,
                reference,
                evidence,
                "None observed.",
                tier,
                country,
                item,
                speedKmh,
                asset,
                energy,
                null,
                firstOrder,
                rebound);
    }
}
