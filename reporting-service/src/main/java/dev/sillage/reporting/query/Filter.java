package dev.sillage.reporting.query;

/**
 * A condition on a dimension. Those of one dimension that include are alternatives; each that excludes holds.
 *
 * @param dimension what is compared
 * @param value with what; empty for activities without the dimension
 * @param excluded whether it must differ
 */
record Filter(Dimension dimension, String value, boolean excluded) {

    /** As in the query. */
    String text() {
        return dimension.wireName() + ":" + (excluded ? "!" : "") + value;
    }
}
