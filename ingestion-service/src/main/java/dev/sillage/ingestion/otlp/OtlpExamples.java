package dev.sillage.ingestion.otlp;

/** What the OpenAPI document shows; the tests send each of them through the door. */
final class OtlpExamples {
    static final String TRACES = """
            {
              "resourceSpans": [{
                "resource": {"attributes": [
                  {"key": "service.name", "value": {"stringValue": "assistant"}},
                  {"key": "team", "value": {"stringValue": "search"}}
                ]},
                "scopeSpans": [{"spans": [{
                  "traceId": "5b8efff798038103d269b633813fc60c",
                  "spanId": "eee19b7ec3c1b174",
                  "name": "chat gpt-4o",
                  "kind": 3,
                  "startTimeUnixNano": "1763890200000000000",
                  "endTimeUnixNano": "1763890203500000000",
                  "attributes": [
                    {"key": "gen_ai.operation.name", "value": {"stringValue": "chat"}},
                    {"key": "gen_ai.provider.name", "value": {"stringValue": "openai"}},
                    {"key": "gen_ai.request.model", "value": {"stringValue": "gpt-4o"}},
                    {"key": "gen_ai.response.model", "value": {"stringValue": "gpt-4o-2024-08-06"}},
                    {"key": "gen_ai.usage.input_tokens", "value": {"intValue": "812"}},
                    {"key": "gen_ai.usage.output_tokens", "value": {"intValue": "154"}}
                  ]
                }]}]
              }]
            }
            """;

    static final String METRICS = """
            {
              "resourceMetrics": [{
                "resource": {"attributes": [
                  {"key": "service.name", "value": {"stringValue": "batch-assistant"}},
                  {"key": "service.instance.id", "value": {"stringValue": "batch-assistant-0"}}
                ]},
                "scopeMetrics": [{"metrics": [{
                  "name": "gen_ai.client.token.usage",
                  "unit": "{token}",
                  "histogram": {
                    "aggregationTemporality": 1,
                    "dataPoints": [{
                      "startTimeUnixNano": "1763890200000000000",
                      "timeUnixNano": "1763890260000000000",
                      "count": "10",
                      "sum": 8120,
                      "bucketCounts": ["0", "10"],
                      "explicitBounds": [64],
                      "attributes": [
                        {"key": "gen_ai.operation.name", "value": {"stringValue": "chat"}},
                        {"key": "gen_ai.provider.name", "value": {"stringValue": "openai"}},
                        {"key": "gen_ai.response.model", "value": {"stringValue": "gpt-4o-2024-08-06"}},
                        {"key": "gen_ai.token.type", "value": {"stringValue": "input"}}
                      ]
                    }]
                  }
                }]}]
              }]
            }
            """;

    private OtlpExamples() {}
}
