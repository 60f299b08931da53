package dev.sillage.ingestion.events;

/** What the OpenAPI document shows; the tests send each of them through the door. */
final class Examples {
    static final String ONE = """
            {
              "specversion": "1.0",
              "id": "7f9a2c3e-1",
              "source": "urn:example:gateway-3",
              "type": "dev.sillage.activity.llm-inference.v1",
              "time": "2026-11-23T09:30:00Z",
              "subject": "user-4711",
              "data": {
                "provider": "openai",
                "model": "gpt-4o",
                "inputTokens": 812,
                "outputTokens": 154,
                "labels": {"team": "search", "environment": "production"}
              }
            }
            """;

    static final String BATCH = """
            [
              {
                "specversion": "1.0",
                "id": "call-2211",
                "source": "/applications/meetings",
                "type": "dev.sillage.activity.video-call.v1",
                "time": "2026-11-23T10:00:00+01:00",
                "data": {"seconds": 1800, "participants": 4, "device": "laptop"}
              },
              {
                "specversion": "1.0",
                "id": "call-2211-retraction",
                "source": "/applications/meetings",
                "type": "dev.sillage.activity.retraction.v1",
                "time": "2026-11-23T10:05:00+01:00",
                "data": {"retractedSource": "/applications/meetings", "retractedId": "call-2211"}
              }
            ]
            """;

    static final String LINES = """
            {"specversion":"1.0","id":"m-1","source":"/mail","type":"dev.sillage.activity.email.v1",\
            "time":"2026-11-23T09:30:00Z","data":{"bytes":75000,"recipients":3}}
            {"specversion":"1.0","id":"m-2","source":"/mail","type":"dev.sillage.activity.email.v1",\
            "time":"2026-11-23T09:30:07Z","data":{"bytes":1200000}}
            """;

    static final String RECEIPT = """
            {
              "accepted": 1,
              "refused": 1,
              "problems": [
                {
                  "index": 1,
                  "id": "m-2",
                  "source": "/mail",
                  "type": "/problems/out-of-range",
                  "title": "A number is out of its range",
                  "detail": "A whole number from 0 to 1000000000000 is expected.",
                  "pointer": "/data/bytes"
                }
              ]
            }
            """;

    private Examples() {}
}
