package dev.sillage.reporting.export.openmetrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in OpenMetrics 1.0, read as strictly as its specification allows: what is not right is an exception. */
final class Scraped {
    private static final Pattern DESCRIPTION =
            Pattern.compile("# (HELP|TYPE|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)", Pattern.DOTALL);
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? ([+-]Inf|NaN|[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?)",
            Pattern.DOTALL);
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\\\\\"\n]|\\\\[\\\\\"n])*)\"(,|$)", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Map<String, String> SUFFIXES = Map.of("counter", "_total", "info", "_info", "gauge", "");

    private final Map<String, Map<String, String>> descriptions = new LinkedHashMap<>();
    private final List<Line> samples = new ArrayList<>();

    /** One sample. */
    record Line(String name, Map<String, String> labels, String value) {
        BigDecimal number() {
            return new BigDecimal(value);
        }
    }

    static Scraped of(String page) {
        Scraped scraped = new Scraped();
        require(page.endsWith("\n# EOF\n"), "the end");
        String family = "";
        for (String line : page.substring(0, page.length() - "# EOF\n".length()).split("\n", -1)) {
            if (line.startsWith("#")) {
                Matcher description = DESCRIPTION.matcher(line);
                require(description.matches(), line);
                String name = description.group(2);
                if (!name.equals(family)) {
                    require(!scraped.descriptions.containsKey(name), "one block for " + name);
                    scraped.descriptions.put(name, new LinkedHashMap<>());
                    family = name;
                }
                String before = scraped.descriptions.get(name).put(description.group(1), description.group(3));
                require(before == null, "one " + description.group(1) + " of " + name);
                require(scraped.ofFamily(name).isEmpty(), "descriptions before samples: " + line);
            } else if (!line.isEmpty()) {
                scraped.add(family, line);
            }
        }
        scraped.check();
        return scraped;
    }

    /** Every sample of that name. */
    List<Line> samples(String name) {
        return samples.stream().filter(line -> line.name().equals(name)).toList();
    }

    /** The only sample of that name with those labels among its own. */
    Line sample(String name, Map<String, String> labels) {
        List<Line> found = samples(name).stream()
                .filter(line -> line.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
        require(found.size() == 1, "one " + name + labels + ", not " + found);
        return found.get(0);
    }

    String described(String family, String what) {
        return descriptions.get(family).get(what);
    }

    Set<String> families() {
        return descriptions.keySet();
    }

    private void add(String family, String line) {
        Matcher sample = SAMPLE.matcher(line);
        require(sample.matches(), line);
        require(sample.group(1).startsWith(family), line + " stands in " + family);
        samples.add(new Line(sample.group(1), labels(sample.group(2)), sample.group(3)));
    }

    private static Map<String, String> labels(String braces) {
        Map<String, String> labels = new TreeMap<>();
        if (braces != null) {
            String inner = braces.substring(1, braces.length() - 1);
            Matcher label = LABEL.matcher(inner);
            int end = 0;
            while (end < inner.length()) {
                require(label.find(end) && label.start() == end, inner);
                String value = ESCAPED.matcher(label.group(2))
                        .replaceAll(escaped ->
                                Matcher.quoteReplacement(escaped.group(1).equals("n") ? "\n" : escaped.group(1)));
                require(labels.put(label.group(1), value) == null, "each label once: " + inner);
                end = label.end();
            }
        }
        return labels;
    }

    private void check() {
        descriptions.forEach((name, description) -> {
            String suffix = SUFFIXES.get(description.get("TYPE"));
            require(suffix != null, "a type of " + name);
            String unit = description.get("UNIT");
            require(unit == null || name.endsWith("_" + unit), name + " ends in " + unit);
            require(!name.endsWith("_total") && !name.endsWith("_info"), name);
            Set<Map<String, String>> labels = new HashSet<>();
            Set<Set<String>> names = new HashSet<>();
            for (Line line : ofFamily(name)) {
                require(line.name().equals(name + suffix), line + " in " + name);
                require(labels.add(line.labels()), "twice: " + line);
                names.add(line.labels().keySet());
            }
            require(names.size() <= 1, "the same labels on all of " + name);
        });
    }

    private List<Line> ofFamily(String name) {
        return samples.stream()
                .filter(line -> line.name().equals(name)
                        || line.name().equals(name + "_total")
                        || line.name().equals(name + "_info"))
                .toList();
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("not OpenMetrics: " + what);
        }
    }
}
