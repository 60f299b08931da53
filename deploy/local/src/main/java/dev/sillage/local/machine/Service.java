package dev.sillage.local.machine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the three packaged services, in a process of its own. */
public final class Service extends Part {
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration READY_REQUEST_LIMIT = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Children children;
    private final Path application;
    private final int port;
    private final Map<String, String> environment;

    /**
     * @param application the packaged {@code quarkus-run.jar}
     * @param settings configuration by the names of environment variables; the address it listens on is added
     */
    Service(
            String name,
            Children children,
            DataDirectory data,
            Path application,
            int port,
            Map<String, String> settings) {
        super(name, data.newLog(name), READY_LIMIT);
        this.children = children;
        this.application = application;
        this.port = port;
        this.environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    }

    /** Where its HTTP door is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    Child spawn() {
        if (!Files.isRegularFile(application)) {
            throw new StartException(
                    name() + " is not built: there is no " + application + ". Build it with: mvn -DskipTests package");
        }
        // First compiler only: a replay of seconds on two cores would spend more on the second one than on its events.
        List<String> command = List.of(
                Java.program(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                application.toString());
        return children.start(name(), command, environment, log(), Child.Signal.TERM);
    }

    @Override
    boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(url().resolve("/q/health/ready"))
                    .timeout(READY_REQUEST_LIMIT)
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    String readyTest() {
        return url().resolve("/q/health/ready") + " did not answer 200";
    }
}
