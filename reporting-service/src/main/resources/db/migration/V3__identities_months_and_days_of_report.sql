-- Who an activity is stands apart from what the report says of it: the identities know every activity that ever counted,
-- whatever its time, and the ledger can be cut into months and its old months dropped. Days know the day of their report,
-- so that the report of an earlier day can be shown again. Months are new.

CREATE TABLE identity (
    digest uuid PRIMARY KEY,
    content bigint NOT NULL,
    occurred_at timestamptz NOT NULL,
    retention_months smallint NOT NULL,
    tenant text NOT NULL
) WITH (fillfactor = 90);
COMMENT ON TABLE identity IS 'Every activity that was counted, exactly once.';
COMMENT ON COLUMN identity.digest IS 'ActivityReference.digest(): of tenant, source and id.';
COMMENT ON COLUMN identity.content IS
    'Digest of what the sender said: the same id with another one is a conflict. Zero when it was stored before there were any.';

CREATE TABLE identity_conflict (
    activity_digest uuid NOT NULL,
    content bigint NOT NULL,
    tenant text NOT NULL,
    source text NOT NULL,
    activity_id text NOT NULL,
    kind text NOT NULL,
    occurred_at timestamptz NOT NULL,
    counted_at timestamptz NOT NULL,
    times bigint NOT NULL,
    origin_partition integer,
    origin_offset bigint,
    first_seen timestamptz NOT NULL DEFAULT now(),
    last_seen timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (activity_digest, content)
) WITH (fillfactor = 70);
CREATE INDEX identity_conflict_newest ON identity_conflict (tenant, last_seen DESC);
COMMENT ON TABLE identity_conflict IS
    'Activities that were not counted because their id stands for another one already; each different content once.';
COMMENT ON COLUMN identity_conflict.occurred_at IS 'The time that the activity gave that was not counted.';
COMMENT ON COLUMN identity_conflict.counted_at IS 'The time of the activity of the same id that was counted.';

ALTER TABLE reconciliation ADD COLUMN conflicts bigint NOT NULL DEFAULT 0 CHECK (conflicts <= duplicates);
COMMENT ON COLUMN reconciliation.conflicts IS 'Those of the duplicates whose content is not that of the counted activity.';

ALTER TABLE ledger RENAME TO ledger_of_v2;
ALTER INDEX ledger_newest RENAME TO ledger_of_v2_newest;
CREATE TABLE ledger (
    activity_digest uuid NOT NULL,
    tenant text NOT NULL,
    source text NOT NULL,
    activity_id text NOT NULL,
    series_id bigint NOT NULL,
    retention_months smallint NOT NULL,
    occurred_at timestamptz NOT NULL,
    accepted_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    footprint_id uuid NOT NULL,
    labels text,
    origin_partition integer,
    origin_offset bigint,
    energy_low numeric, energy_central numeric, energy_high numeric,
    ghg_operational_location_low numeric, ghg_operational_location_central numeric, ghg_operational_location_high numeric,
    ghg_operational_market_low numeric, ghg_operational_market_central numeric, ghg_operational_market_high numeric,
    ghg_embodied_low numeric, ghg_embodied_central numeric, ghg_embodied_high numeric,
    water_on_site_low numeric, water_on_site_central numeric, water_on_site_high numeric,
    water_off_site_low numeric, water_off_site_central numeric, water_off_site_high numeric,
    primary_energy_low numeric, primary_energy_central numeric, primary_energy_high numeric,
    adpe_low numeric, adpe_central numeric, adpe_high numeric,
    functional_quantity numeric,
    activity_data text
) PARTITION BY LIST (retention_months);
-- No unique key: the identities are that. Rows of a tenant come in the order of time, so that the index grows at one end.
CREATE INDEX ledger_newest ON ledger (tenant, occurred_at DESC, activity_digest DESC);
COMMENT ON TABLE ledger IS
    'Every activity that is in the report, exactly once: by how long its tenant keeps it, then by month.';
COMMENT ON COLUMN ledger.retention_months IS 'How many full months it is kept after its own; 0 for ever.';
COMMENT ON COLUMN ledger.recorded_at IS 'When the transaction began that put it into the report.';
COMMENT ON COLUMN ledger.labels IS 'All labels of the sender as a JSON object; null when there are none.';
COMMENT ON COLUMN ledger.origin_offset IS 'Where the activity stands in sillage.activities; null when the footprint did not say.';
COMMENT ON COLUMN ledger.energy_central IS 'Null when this activity has no data for the criterion; never zero for unknown.';
COMMENT ON COLUMN ledger.activity_data IS
    'The activity''s data as the sender gave them, without labels: text and not jsonb, so that every digit stays. Null when they were not kept.';
COMMENT ON COLUMN ledger.functional_quantity IS 'In the functional unit of the series; null when the method does not tell, never zero.';

-- Months from 2015 to 2099 have partitions of their own; what claims another time shares one.
CREATE FUNCTION ensure_ledger_month(keep_months integer, month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    kept text := 'ledger_keep_' || keep_months;
    part text := kept || '_' || to_char(month, 'YYYYMM');
BEGIN
    PERFORM pg_advisory_xact_lock(5110277);
    IF to_regclass(format('%I.%I', current_schema(), kept)) IS NULL THEN
        EXECUTE format(
            'CREATE TABLE %I PARTITION OF ledger FOR VALUES IN (%s) PARTITION BY RANGE (occurred_at)', kept, keep_months);
        EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', kept || '_else', kept);
    END IF;
    IF month >= '2015-01-01' AND month < '2100-01-01' AND to_regclass(format('%I.%I', current_schema(), part)) IS NULL THEN
        EXECUTE format(
            'CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', part, kept,
            month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00');
    END IF;
END $$;
COMMENT ON FUNCTION ensure_ledger_month IS 'Makes the partition of that month (its first day) for that retention, unless it is there.';

SELECT ensure_ledger_month(0, month)
FROM (SELECT DISTINCT date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date AS month FROM ledger_of_v2) m;
SELECT ensure_ledger_month(0, date_trunc('month', now() AT TIME ZONE 'UTC')::date);

INSERT INTO identity (digest, content, occurred_at, retention_months, tenant)
SELECT activity_digest, 0, occurred_at, 0, tenant FROM ledger_of_v2;
INSERT INTO ledger (activity_digest, tenant, source, activity_id, series_id, retention_months, occurred_at, accepted_at,
    recorded_at, footprint_id, labels, origin_partition, origin_offset, functional_quantity, activity_data,
    energy_low, energy_central, energy_high, ghg_operational_location_low, ghg_operational_location_central, ghg_operational_location_high, ghg_operational_market_low, ghg_operational_market_central, ghg_operational_market_high, ghg_embodied_low, ghg_embodied_central, ghg_embodied_high, water_on_site_low, water_on_site_central, water_on_site_high, water_off_site_low, water_off_site_central, water_off_site_high, primary_energy_low, primary_energy_central, primary_energy_high, adpe_low, adpe_central, adpe_high)
SELECT activity_digest, tenant, source, activity_id, series_id, 0, occurred_at, accepted_at,
    recorded_at, footprint_id, labels::text, origin_partition, origin_offset, functional_quantity, activity_data,
    energy_low, energy_central, energy_high, ghg_operational_location_low, ghg_operational_location_central, ghg_operational_location_high, ghg_operational_market_low, ghg_operational_market_central, ghg_operational_market_high, ghg_embodied_low, ghg_embodied_central, ghg_embodied_high, water_on_site_low, water_on_site_central, water_on_site_high, water_off_site_low, water_off_site_central, water_off_site_high, primary_energy_low, primary_energy_central, primary_energy_high, adpe_low, adpe_central, adpe_high
FROM ledger_of_v2;
DROP TABLE ledger_of_v2;

-- Days of the report: what was reported on which day (UTC) of an activity's day. Their sum is what is reported now.
DROP TABLE rollup_day;
CREATE TABLE rollup_day (LIKE rollup_hour INCLUDING DEFAULTS INCLUDING STORAGE, reported_on date NOT NULL,
    PRIMARY KEY (series_id, bucket, reported_on)) WITH (fillfactor = 70);
INSERT INTO rollup_day (series_id, bucket, reported_on, activities, functional_quantity, functional_activities,
    energy_low, energy_central, energy_high, energy_activities,
    ghg_operational_location_low, ghg_operational_location_central, ghg_operational_location_high, ghg_operational_location_activities,
    ghg_operational_market_low, ghg_operational_market_central, ghg_operational_market_high, ghg_operational_market_activities,
    ghg_embodied_low, ghg_embodied_central, ghg_embodied_high, ghg_embodied_activities,
    water_on_site_low, water_on_site_central, water_on_site_high, water_on_site_activities,
    water_off_site_low, water_off_site_central, water_off_site_high, water_off_site_activities,
    primary_energy_low, primary_energy_central, primary_energy_high, primary_energy_activities,
    adpe_low, adpe_central, adpe_high, adpe_activities)
SELECT series_id, date_trunc('day', occurred_at, 'UTC'), (recorded_at AT TIME ZONE 'UTC')::date, count(*),
    coalesce(sum(functional_quantity), 0), count(functional_quantity),
    coalesce(sum(energy_low), 0), coalesce(sum(energy_central), 0), coalesce(sum(energy_high), 0), count(energy_central),
    coalesce(sum(ghg_operational_location_low), 0), coalesce(sum(ghg_operational_location_central), 0), coalesce(sum(ghg_operational_location_high), 0), count(ghg_operational_location_central),
    coalesce(sum(ghg_operational_market_low), 0), coalesce(sum(ghg_operational_market_central), 0), coalesce(sum(ghg_operational_market_high), 0), count(ghg_operational_market_central),
    coalesce(sum(ghg_embodied_low), 0), coalesce(sum(ghg_embodied_central), 0), coalesce(sum(ghg_embodied_high), 0), count(ghg_embodied_central),
    coalesce(sum(water_on_site_low), 0), coalesce(sum(water_on_site_central), 0), coalesce(sum(water_on_site_high), 0), count(water_on_site_central),
    coalesce(sum(water_off_site_low), 0), coalesce(sum(water_off_site_central), 0), coalesce(sum(water_off_site_high), 0), count(water_off_site_central),
    coalesce(sum(primary_energy_low), 0), coalesce(sum(primary_energy_central), 0), coalesce(sum(primary_energy_high), 0), count(primary_energy_central),
    coalesce(sum(adpe_low), 0), coalesce(sum(adpe_central), 0), coalesce(sum(adpe_high), 0), count(adpe_central)
FROM ledger GROUP BY 1, 2, 3;
COMMENT ON TABLE rollup_day IS 'Exact sums of the ledger per series, day (UTC) by the time of the activity, and day (UTC) of the report.';
COMMENT ON COLUMN rollup_day.reported_on IS 'Of ledger.recorded_at. A row of a later day can be below zero: what was reported before was too much.';

CREATE TABLE rollup_month (LIKE rollup_hour INCLUDING DEFAULTS INCLUDING STORAGE,
    PRIMARY KEY (series_id, bucket)) WITH (fillfactor = 70);
INSERT INTO rollup_month (series_id, bucket, activities, functional_quantity, functional_activities,
    energy_low, energy_central, energy_high, energy_activities,
    ghg_operational_location_low, ghg_operational_location_central, ghg_operational_location_high, ghg_operational_location_activities,
    ghg_operational_market_low, ghg_operational_market_central, ghg_operational_market_high, ghg_operational_market_activities,
    ghg_embodied_low, ghg_embodied_central, ghg_embodied_high, ghg_embodied_activities,
    water_on_site_low, water_on_site_central, water_on_site_high, water_on_site_activities,
    water_off_site_low, water_off_site_central, water_off_site_high, water_off_site_activities,
    primary_energy_low, primary_energy_central, primary_energy_high, primary_energy_activities,
    adpe_low, adpe_central, adpe_high, adpe_activities)
SELECT series_id, date_trunc('month', bucket, 'UTC'), sum(activities), sum(functional_quantity), sum(functional_activities),
    sum(energy_low), sum(energy_central), sum(energy_high), sum(energy_activities),
    sum(ghg_operational_location_low), sum(ghg_operational_location_central), sum(ghg_operational_location_high), sum(ghg_operational_location_activities),
    sum(ghg_operational_market_low), sum(ghg_operational_market_central), sum(ghg_operational_market_high), sum(ghg_operational_market_activities),
    sum(ghg_embodied_low), sum(ghg_embodied_central), sum(ghg_embodied_high), sum(ghg_embodied_activities),
    sum(water_on_site_low), sum(water_on_site_central), sum(water_on_site_high), sum(water_on_site_activities),
    sum(water_off_site_low), sum(water_off_site_central), sum(water_off_site_high), sum(water_off_site_activities),
    sum(primary_energy_low), sum(primary_energy_central), sum(primary_energy_high), sum(primary_energy_activities),
    sum(adpe_low), sum(adpe_central), sum(adpe_high), sum(adpe_activities)
FROM rollup_day GROUP BY 1, 2;
COMMENT ON TABLE rollup_month IS 'Exact sums of the ledger per series and month (UTC), by the time of the activity.';
