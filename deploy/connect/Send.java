import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

/** Two events in one request, with nothing but the JDK. */
final class Send {
    private static final int ATTEMPTS = 8;
    private static final String URL = System.getenv().getOrDefault("SILLAGE_URL", "http://localhost:8080");
    private static final String KEY = System.getenv().getOrDefault("SILLAGE_KEY", "");

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(send("[" + event("java-1", "llm-inference", """
                "provider": "openai", "model": "gpt-4o", "inputTokens": 1200, "outputTokens": 350""")
                + "," + event("java-2", "email", """
                "recipients": 3, "bytes": 75000""") + "]"));
    }

    private static String event(String id, String kind, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/connect/java", "type": "dev.sillage.activity.%s.v1",
                 "time": "%s", "data": {%s, "labels": {"team": "connect"}}}"""
                .formatted(id, kind, Instant.now(), data);
    }

    /** The receipt, once every accepted event is stored. */
    private static String send(String events) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(URL + "/v1/events"))
                .header("Content-Type", "application/cloudevents-batch+json")
                .POST(HttpRequest.BodyPublishers.ofString(events));
        if (!KEY.isEmpty()) {
            request.header("Authorization", "Bearer " + KEY);
        }
        HttpClient client = HttpClient.newHttpClient();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long waitMillis = 250L << attempt;
            try {
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                int status = answer.statusCode();
                if (status == 202) {
                    return answer.body();
                }
                if (status != 408 && status != 429 && status != 503) {
                    throw new IllegalStateException(answer.body());
                }
                waitMillis = answer.headers().firstValueAsLong("Retry-After").orElse(1) * 1000;
            } catch (IOException noAnswer) {
                // Nobody there, or no answer: the same events may be sent again.
            }
            Thread.sleep(waitMillis);
        }
        throw new IllegalStateException("Not stored after " + ATTEMPTS + " attempts");
    }
}
