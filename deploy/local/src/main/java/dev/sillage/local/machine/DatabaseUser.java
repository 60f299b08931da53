package dev.sillage.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so for root there are two ways down: a user namespace, where the
 * same files belong to a user without any rights; or, where namespaces are forbidden, the user "nobody".
 *
 * @param prefix what stands before the command
 * @param uid whom the files must belong to, or null when they belong to the right user already
 */
record DatabaseUser(List<String> prefix, @Nullable Integer uid) {
    private static final int NOBODY = 65_534;
    private static final DatabaseUser MYSELF = new DatabaseUser(List.of(), null);
    private static final DatabaseUser ROOT_IN_NAMESPACE = new DatabaseUser(List.of("unshare", "--user"), 0);
    private static final DatabaseUser OTHER =
            new DatabaseUser(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

    /** @throws StartException when root has no way down on this machine */
    static DatabaseUser choose(Path program) {
        return choose(program, isRoot() ? List.of(ROOT_IN_NAMESPACE, OTHER) : List.of(MYSELF));
    }

    static DatabaseUser choose(Path program, List<DatabaseUser> candidates) {
        return candidates.stream()
                .filter(user -> succeeds(user.command(List.of("test", "-x", program.toString()))))
                .findFirst()
                .orElseThrow(() -> new StartException("PostgreSQL cannot run from " + program
                        + ": it refuses to run as root, and without root's rights that file cannot be reached here"
                        + " (user namespaces forbidden, or a directory above is closed).\n"
                        + "Start as an ordinary user, or choose a place open to others, such as"
                        + " --data /var/tmp/sillage."));
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Makes a tree of files belong to the user. */
    void own(Path tree) throws IOException {
        if (uid == null || uid.equals(Files.getAttribute(tree, "unix:uid"))) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", uid);
                Files.setAttribute(path, "unix:gid", uid);
            }
        }
    }

    private static boolean isRoot() {
        return succeeds(List.of("sh", "-c", "test \"$(id -u)\" = 0"));
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
