package dev.sillage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

/** A service that tells its calls to gpt-4o as cumulative metrics since the beginning of a minute. */
final class MeteredService {
    private final RunningMachine system;
    private final String name;
    private final Instant minute;

    MeteredService(RunningMachine system, String name, Instant minute) {
        this.system = system;
        this.name = name;
        this.minute = minute;
    }

    /** What all calls up to that second come to; returns when it is durable. */
    void tell(int second, long input, long output, int calls) throws Exception {
        String body = "{\"resourceMetrics\":[{\"resource\":{\"attributes\":["
                + attribute("service.name", name) + "]},\"scopeMetrics\":[{\"metrics\":[{"
                + "\"name\":\"gen_ai.client.token.usage\",\"histogram\":{\"aggregationTemporality\":2,\"dataPoints\":["
                + point(second, "input", input, calls) + "," + point(second, "output", output, calls) + "]}}]}]}]}";
        Api.Answer answer = system.ingestion().post("/v1/metrics", "application/json", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private String point(int second, String type, long tokens, int calls) {
        return "{\"startTimeUnixNano\":\"" + minute.getEpochSecond() + "000000000\",\"timeUnixNano\":\""
                + minute.plusSeconds(second).getEpochSecond() + "000000000\",\"count\":\"" + calls + "\",\"sum\":"
                + tokens + ",\"attributes\":[" + attribute("gen_ai.operation.name", "chat") + ","
                + attribute("gen_ai.provider.name", "openai") + "," + attribute("gen_ai.request.model", "gpt-4o") + ","
                + attribute("gen_ai.token.type", type) + "]}";
    }

    private static String attribute(String key, String value) {
        return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
    }
}
