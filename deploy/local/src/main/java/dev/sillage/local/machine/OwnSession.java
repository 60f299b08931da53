package dev.sillage.local.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets a command begin in a session of its own. A terminal sends Ctrl-C to every process of the session's foreground
 * group at once; the launcher alone must hear it, or the database would stop under the services.
 */
final class OwnSession {
    private static final List<String> PREFIX = find();

    private OwnSession() {}

    static List<String> of(List<String> command) {
        List<String> whole = new ArrayList<>(PREFIX);
        whole.addAll(command);
        return whole;
    }

    private static List<String> find() {
        if (isOnPath("setsid")) {
            return List.of("setsid");
        }
        // macOS has no setsid(1), but a perl.
        return isOnPath("perl") ? List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV") : List.of();
    }

    static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
