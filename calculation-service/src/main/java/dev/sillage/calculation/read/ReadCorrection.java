package dev.sillage.calculation.read;

import dev.sillage.activity.ActivityKind;
import java.util.Map;

/**
 * The data of a correction; those of its replacement are not looked at yet.
 *
 * @param source of the event meant
 * @param id of the event meant
 * @param kind of the event meant, neither correction nor retraction
 * @param labels of the correction, which replace those of the event meant
 * @param replacement bytes of the data as they should have been
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes, never compared
public record ReadCorrection(
        String source, String id, ActivityKind kind, Map<String, String> labels, byte[] replacement) {}
