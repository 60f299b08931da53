package dev.sillage.reporting.export.openmetrics;

import dev.sillage.reporting.export.Family;
import dev.sillage.reporting.export.Sample;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two text formats that scrapers read. Numbers are written digit by digit; a scraper rounds them, we do not. */
enum Exposition {
    /** OpenMetrics 1.0, which tells units and has an end. */
    OPEN_METRICS(OpenMetricsType.TYPE, "1.0.0"),
    /** The text format of Prometheus, which every scraper reads. */
    PROMETHEUS(MediaType.TEXT_PLAIN_TYPE, "0.0.4");

    /** Its media type, as annotations and as comparisons need it. */
    static final class OpenMetricsType {
        static final String NAME = "application/openmetrics-text";
        static final MediaType TYPE = new MediaType("application", "openmetrics-text");

        private OpenMetricsType() {}
    }

    private static final String NAMESPACE = "sillage_";

    /** Longer whole numbers are written with an exponent. */
    private static final int MOST_DIGITS = 30;

    private final MediaType type;
    private final String version;

    Exposition(MediaType type, String version) {
        this.type = type;
        this.version = version;
    }

    MediaType mediaType() {
        return new MediaType(type.getType(), type.getSubtype(), Map.of("version", version, "charset", "utf-8"));
    }

    /** The first that is accepted in the order of preference; null when none is. */
    static @Nullable Exposition accepted(List<MediaType> acceptable) {
        for (MediaType accepted : acceptable) {
            // Where anything goes, what everything reads.
            for (Exposition exposition : List.of(PROMETHEUS, OPEN_METRICS)) {
                String version = accepted.getParameters().get("version");
                if (accepted.isCompatible(exposition.type) && (version == null || version.equals(exposition.version))) {
                    return exposition;
                }
            }
        }
        return null;
    }

    String text(List<Family> families) {
        StringBuilder text = new StringBuilder();
        families.forEach(family -> write(family, text));
        return this == OPEN_METRICS ? text.append("# EOF\n").toString() : text.toString();
    }

    private void write(Family family, StringBuilder text) {
        String unit = family.unit().word();
        String name = NAMESPACE + family.name() + (unit.isEmpty() ? "" : "_" + unit);
        String sampleName = name
                + switch (family.behaviour()) {
                    case COUNTER -> "_total";
                    case INFO -> "_info";
                    case STOCK, GAUGE -> "";
                };
        String described = this == OPEN_METRICS ? name : sampleName;
        text.append("# HELP ")
                .append(described)
                .append(' ')
                .append(family.help())
                .append('\n');
        text.append("# TYPE ")
                .append(described)
                .append(' ')
                .append(type(family.behaviour()))
                .append('\n');
        if (this == OPEN_METRICS && !unit.isEmpty()) {
            text.append("# UNIT ").append(described).append(' ').append(unit).append('\n');
        }
        family.samples().forEach(sample -> write(sampleName, sample, text));
    }

    private String type(Family.Behaviour behaviour) {
        return switch (behaviour) {
            case COUNTER -> "counter";
            case STOCK, GAUGE -> "gauge";
            case INFO -> this == OPEN_METRICS ? "info" : "gauge";
        };
    }

    private static void write(String name, Sample sample, StringBuilder text) {
        text.append(name);
        char before = '{';
        for (Map.Entry<String, String> label : sample.labels().entrySet()) {
            text.append(before).append(label.getKey()).append("=\"");
            escape(label.getValue(), text);
            text.append('"');
            before = ',';
        }
        if (before == ',') {
            text.append('}');
        }
        text.append(' ').append(number(sample.value())).append('\n');
    }

    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '"' -> text.append("\\\"");
                case '\n' -> text.append("\\n");
                default -> text.append(c);
            }
        }
    }

    /** All digits. What no scraper can hold is infinite for it too: one such number must not cost all others. */
    private static String number(BigDecimal value) {
        double rounded = value.doubleValue();
        if (Double.isInfinite(rounded)) {
            return rounded > 0 ? "+Inf" : "-Inf";
        }
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() < 0 && shortest.precision() - shortest.scale() <= MOST_DIGITS
                ? shortest.toPlainString()
                : shortest.toString();
    }
}
