package dev.sillage.calculation.model.ecologits;

/** The two states of EcoLogits that are reproduced. They differ in their sheets. */
enum Edition {
    /** mlco2/ecologits@5be90da of 2026-03-13: the newest state that could be run. */
    MARCH_2026("2026-03"),
    /** The texts of mlco2/ecologits@4c552f64 of 2026-09: water mended; prefill, network and building added. */
    SEPTEMBER_2026("2026-09");

    private final String date;

    Edition(String date) {
        this.date = date;
    }

    /** As factor keys and method ids end. */
    String date() {
        return date;
    }

    /** Whether reading the input takes time; before, it had no effect at all. */
    boolean countsInput() {
        return this == SEPTEMBER_2026;
    }
}
