package dev.sillage.ingestion.problem;

import java.util.List;

/** The list of problem types as a page without scripts or styles from elsewhere. */
final class ProblemHtml {
    private ProblemHtml() {}

    static String page(List<ProblemType> types) {
        StringBuilder html = new StringBuilder("""
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Problem types</title>
                <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}</style>
                <h1>Problem types of the ingestion service</h1>
                """);
        for (ProblemType type : types) {
            html.append("<h2 id=\"%s\"><a href=\"%s\">%s</a></h2>%n".formatted(type.code(), type.uri(), type.code()))
                    .append("<p><strong>%s</strong> (HTTP %d)</p>%n".formatted(escape(type.title()), type.status()))
                    .append("<p>%s</p>%n".formatted(escape(type.remedy())));
        }
        return html.append("<p><a href=\"/problems\">All problem types</a></p>\n</html>\n")
                .toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
