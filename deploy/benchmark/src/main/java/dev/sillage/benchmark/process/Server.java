package dev.sillage.benchmark.process;

import dev.sillage.local.machine.Java;
import dev.sillage.local.machine.Polling;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A process under load, with 256 MB of heap, as it would run on a server. */
public final class Server implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-Xms256m", "-Xmx256m", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Path log;

    private Server(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts Java with these arguments and returns when the port takes connections.
     *
     * @param log where it writes
     */
    public static Server start(List<String> arguments, Map<String, String> environment, int port, Path log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Java.program());
        command.addAll(OPTIONS);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        Server server = new Server(builder.start(), port, log);
        server.awaitListening();
        return server;
    }

    /** Where it takes connections. */
    public int port() {
        return port;
    }

    /**
     * CPU time of the process so far, user and system.
     *
     * @throws IllegalStateException with its log when it has ended, as for lack of memory
     */
    public Duration cpu() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended:\n" + Files.readString(log));
        }
        return Objects.requireNonNull(
                process.info().totalCpuDuration().orElse(null), "This system does not tell CPU times");
    }

    /** Memory of the process that is in RAM, in MB; 0 where the system does not tell. */
    public long residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Stops it where it is, until {@link #resume}. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("The server did not take the signal " + name);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private void awaitListening() throws IOException, InterruptedException {
        Polling.until(START_LIMIT, () -> isListening() || !process.isAlive());
        if (!isListening()) {
            String said = Files.readString(log);
            close();
            throw new IllegalStateException("The server did not start:\n" + said);
        }
    }

    private boolean isListening() {
        try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connected.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
