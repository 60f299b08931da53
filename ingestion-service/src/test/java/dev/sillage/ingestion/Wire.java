package dev.sillage.ingestion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** A bare connection to the running service, for what no HTTP client would send. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    public Wire() throws IOException {
        URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** The head of the next answer, and its body as far as Content-Length says. */
    public String receive() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        while (!answer.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return answer.toString(StandardCharsets.UTF_8);
            }
            answer.write(next);
        }
        String head = answer.toString(StandardCharsets.UTF_8);
        for (String line : head.lines().toList()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                answer.write(in.readNBytes(Integer.parseInt(line.substring(15).strip())));
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
