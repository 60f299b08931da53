package dev.sillage.ingestion.otlp;

import java.util.List;

/** The spans of one resource that are of interest here. */
record ResourceSpans(Attributes<ResourceAttribute> resource, List<Span> spans) {}
