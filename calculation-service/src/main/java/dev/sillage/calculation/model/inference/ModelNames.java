package dev.sillage.calculation.model.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names under which a model may be listed, given the name under which it was called. */
final class ModelNames {

    /** As Amazon Bedrock writes it: an optional geography and the vendor, each with a dot. */
    private static final Pattern DOTTED_VENDOR = Pattern.compile(
            "^(?:(?:us|eu|apac|global|us-gov)\\.)?(?:ai21|amazon|anthropic|cohere|deepseek|google|meta|mistral|openai|qwen)\\.");

    /** As Amazon Bedrock writes it: a version of the deployment. */
    private static final Pattern DEPLOYMENT_VERSION = Pattern.compile("(?:-v\\d{1,3})?(?::\\d{1,9}k?)?$");

    /** 2024-08-06, 20240806, 08-2024, 2408, or the word latest. */
    private static final Pattern DATE =
            Pattern.compile("-(?:\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{2}-\\d{4}|\\d{4}|latest)$");

    /** Lower-case candidates, the most exact first: as given, without vendor, without deployment, without date. */
    static List<String> candidates(String name) {
        String given = name.strip().toLowerCase(Locale.ROOT);
        // Google Vertex AI puts an at sign before the date.
        String dashed = given.replace('@', '-');
        String bare = dashed.substring(dashed.lastIndexOf('/') + 1);
        String vendorless = DOTTED_VENDOR.matcher(bare).replaceFirst("");
        String versionless = DEPLOYMENT_VERSION.matcher(vendorless).replaceFirst("");
        List<String> candidates = new ArrayList<>();
        for (String candidate : List.of(
                given,
                dashed,
                bare,
                vendorless,
                versionless,
                DATE.matcher(versionless).replaceFirst(""))) {
            if (!candidate.isEmpty() && !candidates.contains(candidate)) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private ModelNames() {}
}
