package dev.sillage.ingestion.events;

import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.problem.ProblemType;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of an event in binary mode.
 *
 * @param attributes by their names, which HTTP does not tell apart by case
 * @param findings headers that cannot be read
 */
record AttributeHeaders(Map<String, String> attributes, List<Finding> findings) {
    static final String PREFIX = "ce-";

    /** Members of the JSON format that are no attributes in binary mode: there it is the body and its type. */
    private static final Set<String> NO_ATTRIBUTES = Set.of("data", "data_base64", "datacontenttype");

    static boolean anyIn(MultiMap headers) {
        return headers.names().stream().anyMatch(AttributeHeaders::isOne);
    }

    static AttributeHeaders of(MultiMap headers) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, String> header : headers) {
            if (!isOne(header.getKey())) {
                continue;
            }
            String name = header.getKey().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
            String value = AttributeHeader.decode(header.getValue());
            if (NO_ATTRIBUTES.contains(name)) {
                findings.add(new Finding(
                        ProblemType.INVALID_ATTRIBUTE_NAME,
                        "In binary mode the data is the body, and its type the header Content-Type.",
                        pointer(name)));
            } else if (value == null) {
                findings.add(new Finding(
                        ProblemType.INVALID_HEADER_VALUE,
                        "The value is not printable ASCII with whole escapes of UTF-8.",
                        pointer(name)));
            } else if (attributes.putIfAbsent(name, value) != null) {
                findings.add(
                        new Finding(ProblemType.DUPLICATE_MEMBER, "The header occurs more than once.", pointer(name)));
            }
        }
        return new AttributeHeaders(attributes, findings);
    }

    /** The header as problems name it; the data of the event keeps its own pointers. */
    static String pointer(String name) {
        String shown = name.length() <= 100 ? name : name.substring(0, 100) + "…";
        return "/" + PREFIX + shown.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isOne(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }
}
