package dev.sillage.ingestion.otlp;

import dev.sillage.activity.Labels;
import dev.sillage.ingestion.otlp.Attributes.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of everything that one resource sent.
 *
 * @param labels by name
 * @param leftOut attributes whose value cannot be a label; the activity is worth more than its label
 */
record ResourceLabels(Map<String, String> labels, List<String> leftOut) {
    static ResourceLabels of(Attributes<ResourceAttribute> resource) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>(0);
        for (ResourceAttribute attribute : ResourceAttribute.values()) {
            Written written = resource.get(attribute);
            String label = attribute.label();
            if (written == null || label == null) {
                continue;
            }
            String value = text(written.value());
            if (isLabel(value)) {
                labels.put(label, value);
            } else if (!value.isEmpty()) {
                leftOut.add(written.name());
            }
        }
        return new ResourceLabels(labels, leftOut);
    }

    /** What is no text cannot be a label either; a control character says so. */
    private static String text(AttributeValue value) {
        return value instanceof AttributeValue.Text text ? text.text().strip() : "\u0000";
    }

    private static boolean isLabel(String value) {
        return !value.isEmpty()
                && value.length() <= Labels.MAX_VALUE_LENGTH
                && value.chars().noneMatch(Character::isISOControl);
    }
}
