package dev.sillage.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project under test, as a checkout on this machine. */
public final class Project {
    /** Its root: tests run in the folder of their module. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    static final Path TRACE = ROOT.resolve("deploy/local/src/main/resources/trace");
    static final Path FACTORS = ROOT.resolve("calculation-service/src/main/resources/factors");

    private Project() {}

    /** One of its files, which must be there. */
    public static Path file(String path) {
        Path file = ROOT.resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException(path + " is not there");
        }
        return file;
    }
}
