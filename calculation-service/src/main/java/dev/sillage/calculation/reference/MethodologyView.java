package dev.sillage.calculation.reference;

import java.util.List;

/**
 * A methodology.
 *
 * @param id as results carry it
 * @param description whose method it is and what it covers
 * @param source where it is published
 * @param kinds wire names of the kinds of activity that it computes
 * @param defaultFor wire names of the kinds that it computes when nobody asks for another
 * @param quirks what it does that a reader would not expect
 * @param sheets paths of the sheets by which it computes
 */
public record MethodologyView(
        String id,
        String description,
        String source,
        List<String> kinds,
        List<String> defaultFor,
        List<Bilingual> quirks,
        List<String> sheets) {}
