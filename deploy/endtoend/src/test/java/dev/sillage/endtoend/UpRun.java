package dev.sillage.endtoend;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of {@code deploy/local/up} to its end.
 *
 * @param exitStatus of the command
 * @param output lines on standard output
 * @param messages everything on standard error
 */
record UpRun(int exitStatus, List<String> output, String messages) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final long LIMIT_MINUTES = 8;

    static UpRun of(Path scratch, List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, "up", ".out");
        Path messages = Files.createTempFile(scratch, "up", ".err");
        Process process = command(arguments)
                .redirectOutput(output.toFile())
                .redirectError(messages.toFile())
                .start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IllegalStateException(
                    "no end after " + LIMIT_MINUTES + " minutes: " + Files.readString(messages));
        }
        return new UpRun(process.exitValue(), Files.readAllLines(output), Files.readString(messages));
    }

    /** The command as a user types it, not started yet. */
    static ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Project.file("deploy/local/up").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** The summary that {@code --once} ends with. */
    Summary summary() throws IOException {
        if (exitStatus != 0 || output.isEmpty()) {
            throw new IllegalStateException("up ended with " + exitStatus + ": " + messages);
        }
        return new Summary(JSON.readTree(output.get(output.size() - 1)));
    }

    /** The last line of {@code up --once}. */
    record Summary(JsonNode json) {
        long count(String name) {
            JsonNode count = json.path(name);
            if (!count.isIntegralNumber()) {
                throw new IllegalStateException(name + " is not a count in " + json);
            }
            return count.asLong();
        }

        JsonNode totals(String kind) {
            return json.path("totals").path(kind);
        }
    }
}
