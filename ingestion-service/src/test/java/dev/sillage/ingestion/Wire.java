package dev.sillage.ingestion;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A bare connection to the running service, for what no HTTP client would send. A service that answers before it has read
 * everything, and closes, resets the connection: what it said before is read all the same.
 */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    /** Two line ends. */
    private static final int HEAD_ENDS = 0x0d0a0d0a;

    private final Socket socket;
    private final InputStream in;

    /** An answer; the names of its headers are in lower case. */
    public record Received(int status, Map<String, String> headers, String text) {
        /** Whether the service says that it takes nothing more on this connection. */
        public boolean isLast() {
            return headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        }
    }

    public Wire() throws IOException {
        this(service().getPort());
    }

    /** To another port of the service. */
    public Wire(int port) throws IOException {
        socket = new Socket(service().getHost(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public Wire withPatience(int millis) throws SocketException {
        socket.setSoTimeout(millis);
        return this;
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends as much as the service takes. */
    public void send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException closedThere) {
            // Why is in the answer, if there is one.
        }
    }

    /** Says that nothing more is sent; answers can still come. */
    public void endSending() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException closedThere) {
            // Then nothing more can be sent anyway.
        }
    }

    /** Goes away at once, without a word. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** The head of the next answer, and its body as far as Content-Length says; empty when there is none. */
    public String receive() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            readHead(answer);
            String head = answer.toString(StandardCharsets.UTF_8);
            for (String line : head.lines().toList()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    answer.write(
                            in.readNBytes(Integer.parseInt(line.substring(15).strip())));
                }
            }
        } catch (SocketException reset) {
            // What came before is the answer.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** The next answer that is final; nothing when the connection ended before. */
    public Optional<Received> next() throws IOException {
        Received answer;
        do {
            String text = receive();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            answer = parse(text);
        } while (answer.status() < 200);
        return Optional.of(answer);
    }

    /** All answers until the connection ends. */
    public List<Received> rest() throws IOException {
        List<Received> answers = new ArrayList<>();
        for (Optional<Received> next = next(); next.isPresent(); next = next()) {
            answers.add(next.get());
        }
        return answers;
    }

    /** One byte, or -1 at the end of the connection. */
    public int read() throws IOException {
        try {
            return in.read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    private void readHead(ByteArrayOutputStream answer) throws IOException {
        for (int last = 0; last != HEAD_ENDS; ) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            answer.write(next);
            last = (last << 8) | next;
        }
    }

    private static Received parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/") || end < 0) {
            throw new AssertionError("no answer of HTTP: " + text);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Received(Integer.parseInt(lines.get(0).substring(9, 12)), headers, text.substring(end + 4));
    }

    private static URI service() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
