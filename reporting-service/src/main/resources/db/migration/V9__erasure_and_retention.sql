-- What identifies a person goes on request, what is older than its tenant keeps it goes by itself; the sums stay.

CREATE TABLE erasure (
    id uuid PRIMARY KEY,
    tenant text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    reason text NOT NULL,
    activities bigint NOT NULL
);
CREATE INDEX erasure_of_tenant ON erasure (tenant, requested_at DESC);
COMMENT ON TABLE erasure IS 'Each time that a person was taken out of the ledger: by whom, when and why, never who it was.';
COMMENT ON COLUMN erasure.activities IS 'How many rows of the ledger lost their subject.';

CREATE TABLE retention_progress (
    retention_months smallint PRIMARY KEY,
    kept_from timestamptz NOT NULL
);
COMMENT ON TABLE retention_progress IS 'From which month on activities are there, by how long they are kept.';

CREATE FUNCTION erased_labels(labels text, kept text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN count(*) > 0 THEN json_object_agg(key, value ORDER BY key)::text END
    FROM json_each_text(labels::json) WHERE key = ANY (kept)
$$;
COMMENT ON FUNCTION erased_labels IS 'Those labels that the sums are by; all others could name somebody.';

SELECT open_to_tenant('erasure'), open_to_writer('retention_progress');
