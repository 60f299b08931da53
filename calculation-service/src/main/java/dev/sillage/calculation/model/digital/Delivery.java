package dev.sillage.calculation.model.digital;

/** The data centre that delivers pictures: the factors of the sheet {@code delivery}. */
final class Delivery {

    private Delivery() {}

    static void put(Resolution resolution) {
        resolution.put("d", "datacentre.delivery.energy").put("md", "datacentre.delivery.embodied");
    }
}
