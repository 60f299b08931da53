package dev.sillage.reporting.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Kinds of problem as a page. */
@CheckedTemplate(basePath = "problem", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ProblemsPage(List<ProblemsResource.Description> problems) implements TemplateInstance {}
