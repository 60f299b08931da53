package dev.sillage.reporting.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** {@code templates/dashboard/activity-page.html} and what it needs. */
@CheckedTemplate(basePath = "dashboard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ActivityPage(Language language, List<Language> languages, Theme theme, boolean signedIn)
        implements TemplateInstance {}
