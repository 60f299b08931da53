package dev.sillage.calculation.model.language;

import dev.sillage.calculation.model.language.ModelResolution.Way;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which a model may be listed, given the name under which it was called. Clouds and routers write the
 * vendor before it and versions, dates and quantisations behind it.
 */
final class ModelNames {

    /** As OpenAI writes a model that somebody trained further: {@code ft:gpt-4o-mini-2024-07-18:acme::9abc}. */
    private static final Pattern FINE_TUNED = Pattern.compile("^ft:([^:]+)(?::.*)?$");

    /** As Amazon Bedrock writes it: an optional geography and the vendor, each with a dot. */
    private static final Pattern DOTTED_VENDOR = Pattern.compile("^(?:(?:us|eu|apac|jp|au|ca|global|us-gov)\\.)?"
            + "(?:ai21|amazon|anthropic|cohere|deepseek|google|meta|mistral|moonshot|openai|qwen|writer)\\.");

    /** As Amazon Bedrock writes it: a version of the deployment, a context length. */
    private static final Pattern DEPLOYMENT_VERSION = Pattern.compile("(?:-v\\d{1,3})?(?::\\d{1,9}k?)?$");

    /** As routers write it: the price or the mode of an offer behind a colon. */
    private static final Pattern OFFER = Pattern.compile(":(?:free|nitro|floor|beta|extended|thinking|online|exacto)$");

    /** As Claude is written by people: with a dot in its version. */
    private static final Pattern DOTTED_VERSION = Pattern.compile("^(claude-.*\\d)\\.(\\d)");

    /** As people write a version where a dot is not allowed: {@code gpt-4-1-mini}, {@code gemini-2-5-pro}. */
    private static final Pattern DASHED_VERSION = Pattern.compile("^((?:gpt|gemini|llama)-\\d)-(\\d)(?=-|$)");

    /** The digits of a name without the dash before them. */
    private static final Pattern JOINED = Pattern.compile("gpt(?=\\d)");

    /** What may stand at the end without making another model: a date, a release, a stage, a quantisation. */
    private static final Pattern SUFFIX = Pattern.compile("[-:](?:"
            + "\\d{4}-\\d{2}-\\d{2}|20\\d{6}|\\d{2}-20\\d{2}|\\d{2}-\\d{2}|\\d{4}|\\d{3}"
            + "|latest|default|preview|exp|experimental"
            + "|(?:fp|bf|int|nf)-?(?:4|6|8|16|32)|[468]-?bit|awq|gptq|gguf|ggml|exl2|mlx|w[48]a(?:8|16)"
            + "|q[2-8](?:[-_][0k])?(?:[-_][sml])?|quantized)$");

    private ModelNames() {}

    /** Lower-case candidates with the way each would be found by, the most exact first. */
    static Map<String, Way> candidates(String name) {
        Map<String, Way> candidates = new LinkedHashMap<>();
        String given = name.strip().toLowerCase(Locale.ROOT);
        candidates.put(given, Way.ID);
        String bare = bare(given);
        add(candidates, bare, Way.ALIAS);
        String versionless = DEPLOYMENT_VERSION.matcher(bare).replaceFirst("");
        add(candidates, versionless, Way.ALIAS);
        String spelt = spelt(versionless);
        add(candidates, spelt, Way.ALIAS);
        for (String shorter = stripped(spelt); !shorter.equals(spelt); shorter = stripped(spelt)) {
            spelt = shorter;
            add(candidates, spelt, Way.SUFFIX);
        }
        return candidates;
    }

    /** Without what stands before and around it: paths, ARNs, vendors, offers. */
    private static String bare(String given) {
        Matcher tuned = FINE_TUNED.matcher(given);
        String own = tuned.matches() ? tuned.group(1) : given;
        // Google Vertex AI puts an at sign before the date.
        String dashed = own.substring(own.lastIndexOf('/') + 1).replace('@', '-');
        String vendorless = DOTTED_VENDOR.matcher(dashed).replaceFirst("");
        return OFFER.matcher(vendorless).replaceFirst("");
    }

    private static String spelt(String name) {
        String dashed = name.replace('_', '-').replace(' ', '-');
        String joined = JOINED.matcher(dashed).replaceAll("gpt-");
        String dotless = DOTTED_VERSION.matcher(joined).replaceFirst("$1-$2");
        return DASHED_VERSION.matcher(dotless).replaceFirst("$1.$2");
    }

    /** Without one suffix, or the same when it has none. */
    static String stripped(String name) {
        return SUFFIX.matcher(name).replaceFirst("");
    }

    /** The most stripped form, by which classes are judged and dated ids compared. */
    static String family(String name) {
        String last = name;
        for (String candidate : candidates(name).keySet()) {
            last = candidate;
        }
        return last;
    }

    private static void add(Map<String, Way> candidates, String candidate, Way way) {
        if (!candidate.isEmpty()) {
            candidates.putIfAbsent(candidate, way);
        }
    }
}
