package dev.sillage.reporting.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.List;

/** {@code templates/dashboard/page.html} and what it needs. */
@CheckedTemplate(basePath = "dashboard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record Page(Language language, List<Language> languages, Theme theme, URI eventsUrl, boolean signedIn)
        implements TemplateInstance {}
