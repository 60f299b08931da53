"""Two events in one request, with nothing but Python's own library."""

import datetime
import http.client
import json
import os
import time
import urllib.error
import urllib.request

URL = os.environ.get("SILLAGE_URL", "http://localhost:8080") + "/v1/events"
KEY = os.environ.get("SILLAGE_KEY")
ATTEMPTS = 8


def event(event_id, kind, data):
    return {
        "specversion": "1.0",
        "id": event_id,
        "source": "/connect/python",
        "type": f"dev.sillage.activity.{kind}.v1",
        "time": datetime.datetime.now(datetime.timezone.utc).isoformat(),
        "data": {**data, "labels": {"team": "connect"}},
    }


def send(events):
    """Returns the receipt once every accepted event is stored; raises when nothing could be accepted."""
    headers = {"Content-Type": "application/cloudevents-batch+json"}
    if KEY:
        headers["Authorization"] = f"Bearer {KEY}"
    request = urllib.request.Request(URL, json.dumps(events).encode(), headers)
    for attempt in range(ATTEMPTS):
        wait = 2**attempt / 4
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            if refused.code not in (408, 429, 503):
                raise SystemExit(refused.read().decode())
            wait = float(refused.headers.get("Retry-After", wait))
        except (OSError, http.client.HTTPException):
            pass  # nobody there, or no whole answer: the same events may be sent again
        time.sleep(wait)
    raise SystemExit(f"not stored after {ATTEMPTS} attempts")


print(
    json.dumps(
        send(
            [
                event("python-1", "llm-inference", {"provider": "openai", "model": "gpt-4o", "inputTokens": 1200, "outputTokens": 350}),
                event("python-2", "email", {"recipients": 3, "bytes": 75000}),
            ]
        )
    )
)
