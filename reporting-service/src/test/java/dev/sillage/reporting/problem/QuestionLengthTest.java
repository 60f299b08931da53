package dev.sillage.reporting.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.reporting.platform.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class QuestionLengthTest {
    @TestHTTPResource("/")
    URI address;

    @Test
    void theLongestQuestionThatMayBeAskedIsAnswered() {
        String filters = "&filter=team=" + "%C3%A9".repeat(200);

        given().urlEncodingEnabled(false)
                .get("/v1/footprints?interval=none" + filters.repeat(50))
                .then()
                .statusCode(200)
                .body("totals.activities", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {140_000, 1_000_000})
    void aLongerOneIsToldThatItIs(int length) throws IOException {
        String answer = answer("/v1/activities?filter=team=" + "x".repeat(length));

        assertThat(answer).startsWith("HTTP/1.1 414 ").containsIgnoringCase("content-type: application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.get("type").asText()).isEqualTo("/problems/question-too-long");
        assertThat(problem.get("detail").asText()).contains("131072").hasSizeLessThan(300);
    }

    @Test
    void oneThatTheServerDoesNotReadEndsItsConnectionAndNoOther() {
        try {
            assertThat(answer("/v1/activities?filter=team=" + "x".repeat(2_000_000)))
                    .matches(text -> text.isEmpty() || text.startsWith("HTTP/1.0 414 "));
        } catch (SocketException e) {
            // Closed while it was still being sent.
        } catch (IOException e) {
            throw new AssertionError("the connection stays open", e);
        }
        given().get("/v1/activities").then().statusCode(200);
    }

    /** All that is answered until the server closes the connection. */
    private String answer(String path) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            try {
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The server has answered before it had all.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
