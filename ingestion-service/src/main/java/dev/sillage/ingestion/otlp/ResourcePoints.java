package dev.sillage.ingestion.otlp;

import java.util.List;

/**
 * The data points of one resource that are of interest here.
 *
 * @param refused what is wrong with those whose metric has not the form that it should have
 */
record ResourcePoints(Attributes<ResourceAttribute> resource, List<DataPoint> points, List<Misshapen> refused) {
    /**
     * @param index which data point
     * @param detail what is wrong with its metric
     */
    record Misshapen(int index, Metric metric, String detail) {}
}
