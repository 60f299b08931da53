package dev.sillage.local;

import dev.sillage.local.machine.Children;
import dev.sillage.local.machine.DataDirectory;
import dev.sillage.local.machine.Machine;
import dev.sillage.local.machine.Ports;
import dev.sillage.local.machine.StartException;
import dev.sillage.local.replay.ReplayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The launcher's command. The result goes to standard output, everything else to standard error. */
public final class Up {
    /** Root of the project; the script {@code up} knows it. */
    private static final String PROJECT = "sillage.project";

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<String> says;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Up(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        // What breaks while everything is being stopped on purpose is no news.
        this.says = line -> {
            if (!stopping.get()) {
                err.println(line);
            }
        };
    }

    public static void main(String[] arguments) {
        int status = new Up(System.out, System.err).run(List.of(arguments));
        System.exit(status);
    }

    private int run(List<String> arguments) {
        Path project = Path.of(System.getProperty(PROJECT, "")).toAbsolutePath();
        try {
            Options options = Options.parse(arguments, project.resolve("deploy/local/data"));
            if (options.help()) {
                out.print(help());
                return OK;
            }
            return run(options, project);
        } catch (UsageException e) {
            says.accept(e.getMessage() + "\nTry: deploy/local/up --help");
            return USAGE;
        } catch (StartException | ReplayException | IOException | UncheckedIOException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            return failed("interrupted");
        }
    }

    private int run(Options options, Path project) throws IOException, InterruptedException {
        try (DataDirectory data = DataDirectory.open(options.data())) {
            Ports ports = Ports.from(options.portBase());
            try (Children children = Machine.adopt(data, says)) {
                Thread stop = new Thread(() -> stop(children), "stop");
                Runtime.getRuntime().addShutdownHook(stop);
                ports.requireFree();
                if (options.fresh()) {
                    data.forgetEverything();
                }
                sendLibraryLogTo(data.logs().resolve("launcher.log"));
                boolean right = work(options, project, data, children, ports);
                says.accept("Stopping …");
                return right ? OK : FAILED;
            }
        }
    }

    private boolean work(Options options, Path project, DataDirectory data, Children children, Ports ports)
            throws IOException, InterruptedException {
        Machine machine = Machine.prepare(data, children, ports, project, says);
        machine.start();
        Session session = new Session(options, machine, data, out, says);
        if (options.once()) {
            return session.once();
        }
        session.untilStopped(data, ports);
        return true;
    }

    /** By Ctrl-C, by SIGTERM, or at the end, when everything has stopped already. */
    private void stop(Children children) {
        stopping.set(true);
        if (!children.isClosed()) {
            err.println("\nStopping the services, then Kafka, then PostgreSQL …");
        }
        children.close();
    }

    private int failed(String message) {
        says.accept("\n" + message);
        return FAILED;
    }

    /** The clients of Kafka and PostgreSQL speak of every refused connection while they wait for the servers. */
    private static void sendLibraryLogTo(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        System.setProperty("org.slf4j.simpleLogger.logFile", log.toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
    }

    private static String help() {
        try (InputStream text = Up.class.getResourceAsStream("help.txt")) {
            return new String(Objects.requireNonNull(text, "help.txt").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
