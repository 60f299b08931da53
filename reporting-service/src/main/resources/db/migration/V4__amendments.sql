-- What the report said and does not say any more: corrections, retractions, restatements, erasures. Nothing is rewritten
-- in silence: what was superseded is kept, sums move by the difference in the same transaction, and each change is a record.

ALTER TABLE identity
    ADD COLUMN amended_at timestamptz,
    ADD COLUMN amendment uuid,
    ADD COLUMN retracted boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN identity.amended_at IS 'When the last correction or retraction that counts was accepted; null when there was none.';
COMMENT ON COLUMN identity.amendment IS 'The digest of that correction or retraction itself.';
COMMENT ON COLUMN identity.retracted IS 'Whether it has no row in the ledger: it was taken back, or is a correction or retraction itself. A copy of it adds none.';

ALTER TABLE ledger ADD COLUMN subject text;
CREATE INDEX ledger_subject ON ledger (tenant, subject) WHERE subject IS NOT NULL;
COMMENT ON COLUMN ledger.subject IS 'Pseudonym of the person or device, as sent; null when none was sent or it was erased.';

CREATE TABLE ledger_superseded (
    activity_digest uuid NOT NULL,
    tenant text NOT NULL,
    series_id bigint NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    superseded_at timestamptz NOT NULL DEFAULT now(),
    superseded_by uuid NOT NULL,
    footprint_id uuid NOT NULL,
    energy_low numeric, energy_central numeric, energy_high numeric,
    ghg_operational_location_low numeric, ghg_operational_location_central numeric, ghg_operational_location_high numeric,
    ghg_operational_market_low numeric, ghg_operational_market_central numeric, ghg_operational_market_high numeric,
    ghg_embodied_low numeric, ghg_embodied_central numeric, ghg_embodied_high numeric,
    water_on_site_low numeric, water_on_site_central numeric, water_on_site_high numeric,
    water_off_site_low numeric, water_off_site_central numeric, water_off_site_high numeric,
    primary_energy_low numeric, primary_energy_central numeric, primary_energy_high numeric,
    adpe_low numeric, adpe_central numeric, adpe_high numeric,
    functional_quantity numeric
);
CREATE INDEX ledger_superseded_of_activity ON ledger_superseded (activity_digest, superseded_at);
COMMENT ON TABLE ledger_superseded IS
    'What the ledger said of an activity from recorded_at until superseded_at. Only ever added to, until its retention ends.';
COMMENT ON COLUMN ledger_superseded.superseded_by IS 'A row of restatement, or the digest of a correction or retraction.';

ALTER TABLE reconciliation ADD COLUMN amended bigint NOT NULL DEFAULT 0;
ALTER TABLE reconciliation DROP CONSTRAINT reconciliation_check;
ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_balance CHECK (reported + amended + duplicates = computed);
COMMENT ON COLUMN reconciliation.amended IS 'Corrections and retractions that had an effect.';

CREATE TABLE restatement (
    id uuid PRIMARY KEY,
    tenant text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    reason text NOT NULL,
    methodology text,
    factor_set text NOT NULL,
    from_time timestamptz NOT NULL,
    to_time timestamptz NOT NULL,
    kinds text[] NOT NULL,
    dry_run boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('running', 'paused', 'cancelled', 'done', 'failed')),
    detail text NOT NULL DEFAULT '',
    expected bigint NOT NULL,
    examined bigint NOT NULL DEFAULT 0,
    changed bigint NOT NULL DEFAULT 0,
    unchanged bigint NOT NULL DEFAULT 0,
    cursor_time timestamptz,
    cursor_digest uuid,
    finished_at timestamptz,
    lease_until timestamptz
) WITH (fillfactor = 50);
CREATE INDEX restatement_of_tenant ON restatement (tenant, requested_at DESC);
CREATE UNIQUE INDEX restatement_one_at_a_time ON restatement (tenant) WHERE state IN ('running', 'paused');
COMMENT ON TABLE restatement IS 'Each time that a tenant''s history was computed again: who, why, with what, and how far it is.';
COMMENT ON COLUMN restatement.methodology IS 'Null: the default of each kind.';
COMMENT ON COLUMN restatement.factor_set IS 'With which all of it is computed; another one stops it.';
COMMENT ON COLUMN restatement.kinds IS 'Empty: all.';
COMMENT ON COLUMN restatement.cursor_time IS 'With cursor_digest the last activity that was examined, newest first.';
COMMENT ON COLUMN restatement.lease_until IS 'Until when the replica that works on it may be silent.';

CREATE TABLE restatement_skipped (
    restatement uuid NOT NULL,
    reason text NOT NULL,
    activities bigint NOT NULL,
    PRIMARY KEY (restatement, reason)
);
COMMENT ON TABLE restatement_skipped IS 'How many activities stayed as they were although they were asked for, and why.';

CREATE TABLE restatement_figure (
    restatement uuid NOT NULL,
    kind text NOT NULL,
    criterion text NOT NULL,
    before_activities bigint NOT NULL,
    before_low numeric NOT NULL, before_central numeric NOT NULL, before_high numeric NOT NULL,
    after_activities bigint NOT NULL,
    after_low numeric NOT NULL, after_central numeric NOT NULL, after_high numeric NOT NULL,
    PRIMARY KEY (restatement, kind, criterion)
);
COMMENT ON TABLE restatement_figure IS 'Exact sums over the activities that changed, before and after.';
COMMENT ON COLUMN restatement_figure.before_activities IS 'How many of them had data for the criterion.';

CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    tenant text NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail jsonb NOT NULL
);
CREATE INDEX audit_log_of_tenant ON audit_log (tenant, id DESC);
COMMENT ON TABLE audit_log IS 'Who changed what of the report, when and why. It only grows.';
COMMENT ON COLUMN audit_log.subject IS 'What was acted on, for example the id of a restatement; never a person.';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER audit_log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
