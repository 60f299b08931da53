package dev.sillage.reporting.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** {@code templates/signin/sign-in-page.html} and what it needs. */
@CheckedTemplate(basePath = "signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SignInPage(String language, String theme, boolean refused) implements TemplateInstance {}
