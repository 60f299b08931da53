#!/bin/sh
# Two events, one per line. curl itself waits for Retry-After and repeats on 408, 429, 500, 502, 503 and 504.
set -eu
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
curl --fail-with-body --silent --show-error --retry 8 --retry-connrefused \
  -H 'Content-Type: application/x-ndjson' ${SILLAGE_KEY:+-H "Authorization: Bearer $SILLAGE_KEY"} \
  --data-binary @- "${SILLAGE_URL:-http://localhost:8080}/v1/events" <<EOF
{"specversion":"1.0","id":"shell-1","source":"/connect/shell","type":"dev.sillage.activity.llm-inference.v1","time":"$now","data":{"provider":"openai","model":"gpt-4o","inputTokens":1200,"outputTokens":350,"labels":{"team":"connect"}}}
{"specversion":"1.0","id":"shell-2","source":"/connect/shell","type":"dev.sillage.activity.email.v1","time":"$now","data":{"recipients":3,"bytes":75000,"labels":{"team":"connect"}}}
EOF
