package dev.sillage.reporting.label;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the operator says of labels. */
@ConfigMapping(prefix = "sillage.reporting")
interface LabelConfig {

    /**
     * Labels to group and filter by, beside those that always are; none unless it is said. Their values are kept with the
     * sums for ever: a label that names people does not belong here.
     */
    Optional<List<String>> groupableLabels();
}
