package dev.sillage.local.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's directory: its settings, written at each start, and its storage, formatted once. */
final class BrokerStorage {
    private static final String FIXED_SETTINGS = "broker.properties";

    private final Path directory;
    private final int port;
    private final int controllerPort;

    BrokerStorage(Path directory, int port, int controllerPort) {
        this.directory = directory;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Returns the file of settings, with the storage ready for it. */
    Path prepare() {
        if (directory.toString().contains(",")) {
            throw new StartException("Kafka takes a comma for the end of a directory: " + directory
                    + ". Choose another with --data DIR.");
        }
        Path settings = directory.resolve("server.properties");
        try {
            Files.createDirectories(directory);
            Files.writeString(settings, fixedSettings() + settingsOfThisStart());
        } catch (IOException e) {
            throw new StartException("cannot write " + settings + ": " + e.getMessage(), e);
        }
        if (!Files.exists(metaProperties())) {
            format(settings);
        }
        return settings;
    }

    /** The quorum is static, so that the ports may be others at the next start. */
    private String settingsOfThisStart() {
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        String controller = "127.0.0.1:" + controllerPort;
        return String.join(
                "\n",
                "",
                "controller.quorum.voters=1@" + controller,
                "listeners=" + broker + ",CONTROLLER://" + controller,
                "advertised.listeners=" + broker,
                // In a properties file a backslash would begin an escape.
                "log.dirs=" + logDirectory().toString().replace("\\", "\\\\"),
                "");
    }

    private static String fixedSettings() throws IOException {
        try (InputStream resource = BrokerStorage.class.getResourceAsStream(FIXED_SETTINGS)) {
            return new String(Objects.requireNonNull(resource, FIXED_SETTINGS).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Path metaProperties() {
        return logDirectory().resolve("meta.properties");
    }

    private Path logDirectory() {
        return directory.resolve("log");
    }

    private static void format(Path settings) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            settings.toString(),
            "--ignore-formatted"
        };
        int status = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new StartException("cannot format the storage of Kafka: "
                    + said.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
