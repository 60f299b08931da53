package dev.sillage.calculation.setup;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which factors the service computes with. */
@ConfigMapping(prefix = "sillage.factors")
interface FactorConfig {

    /**
     * A directory with a whole factor set, files and formats as in the built-in one. Absent means the built-in set;
     * nothing of the built-in set is mixed into a directory's.
     */
    Optional<Path> directory();
}
