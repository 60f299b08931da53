-- What a figure was computed from, what was delivered for it, which names nobody knew, and what was avoided elsewhere.

ALTER TABLE series ADD COLUMN functional_unit text NOT NULL DEFAULT '';
COMMENT ON COLUMN series.functional_unit IS
    'What the activities delivered; empty when the method does not tell. Part of the digest only when it is there, so that older series keep theirs.';

ALTER TABLE ledger
    ADD COLUMN activity_data text,
    ADD COLUMN functional_unit text,
    ADD COLUMN functional_quantity numeric;
CREATE INDEX ledger_newest ON ledger (tenant, occurred_at DESC, activity_digest DESC);
COMMENT ON COLUMN ledger.activity_data IS
    'The activity''s data as the sender gave them, without labels: text and not jsonb, so that every digit stays. Null when they were not kept.';
COMMENT ON COLUMN ledger.functional_quantity IS 'In functional_unit; null when the method does not tell, never zero.';

ALTER TABLE rollup_minute
    ADD COLUMN functional_quantity numeric NOT NULL DEFAULT 0,
    ADD COLUMN functional_activities bigint NOT NULL DEFAULT 0;
ALTER TABLE rollup_hour
    ADD COLUMN functional_quantity numeric NOT NULL DEFAULT 0,
    ADD COLUMN functional_activities bigint NOT NULL DEFAULT 0;
ALTER TABLE rollup_day
    ADD COLUMN functional_quantity numeric NOT NULL DEFAULT 0,
    ADD COLUMN functional_activities bigint NOT NULL DEFAULT 0;

CREATE TABLE unknown_model (
    tenant text NOT NULL,
    warning text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    activities bigint NOT NULL,
    input_tokens numeric NOT NULL,
    output_tokens numeric NOT NULL,
    first_occurred_at timestamptz NOT NULL,
    last_occurred_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, warning, provider, model)
) WITH (fillfactor = 70);
COMMENT ON TABLE unknown_model IS
    'Names of models that senders gave and the registry did not know, counted in the transaction of the ledger.';
COMMENT ON COLUMN unknown_model.provider IS 'As sent; empty when none was sent.';

CREATE TABLE avoidance (
    activity_digest uuid PRIMARY KEY,
    tenant text NOT NULL,
    source text NOT NULL,
    activity_id text NOT NULL,
    occurred_at timestamptz NOT NULL,
    accepted_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    avoidance_id uuid NOT NULL,
    labels text,
    lever text NOT NULL,
    zone text NOT NULL,
    avoided_low numeric NOT NULL, avoided_central numeric NOT NULL, avoided_high numeric NOT NULL,
    second_order_low numeric NOT NULL, second_order_central numeric NOT NULL, second_order_high numeric NOT NULL,
    first_order_low numeric, first_order_central numeric, first_order_high numeric,
    rebound_low numeric, rebound_central numeric, rebound_high numeric,
    reference text NOT NULL,
    evidence text NOT NULL,
    rebound_statement text NOT NULL,
    tier text NOT NULL,
    public_use boolean NOT NULL,
    methodology text NOT NULL,
    factor_set text NOT NULL,
    warnings text NOT NULL,
    activity_data text,
    origin_partition integer,
    origin_offset bigint
);
CREATE INDEX avoidance_newest ON avoidance (tenant, occurred_at DESC, activity_digest DESC);
COMMENT ON TABLE avoidance IS 'Emissions avoided elsewhere, in kgCO2e, each activity once. Nothing joins it with the ledger.';
COMMENT ON COLUMN avoidance.avoided_central IS 'Below zero the solution added emissions.';
COMMENT ON COLUMN avoidance.first_order_central IS 'Null when unknown, never zero.';

-- Footprints and avoidances of one partition of activities come on two topics: their orders are two.
ALTER TABLE origin_progress ADD COLUMN topic text NOT NULL DEFAULT 'sillage.footprints';
ALTER TABLE origin_progress DROP CONSTRAINT origin_progress_pkey;
ALTER TABLE origin_progress ADD PRIMARY KEY (topic, partition, origin_partition);
ALTER TABLE origin_progress ALTER COLUMN topic DROP DEFAULT;
COMMENT ON COLUMN origin_progress.topic IS 'Where the results came on.';
COMMENT ON COLUMN reconciliation.partition IS 'Of sillage.footprints or sillage.avoidances, whose counts are together.';
