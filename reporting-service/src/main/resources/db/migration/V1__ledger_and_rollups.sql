-- The book of record. Sums are numeric and therefore exact: a rollup equals the sum of its ledger rows, to the last
-- digit. The columns of each criterion are named after its wire name, with _ for -; units: kWh, kgCO2e, L, MJ, kgSbe.

CREATE TABLE series (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest uuid NOT NULL UNIQUE,
    tenant text NOT NULL,
    kind text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    zone text NOT NULL,
    team text NOT NULL,
    project text NOT NULL,
    application text NOT NULL,
    environment text NOT NULL,
    methodology text NOT NULL,
    factor_set text NOT NULL,
    tier text NOT NULL,
    warnings text NOT NULL,
    first_seen timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX series_by_tenant ON series (tenant);
COMMENT ON TABLE series IS 'The dimensions of a figure, each combination once; an absent dimension is the empty text.';
COMMENT ON COLUMN series.digest IS 'Of all dimensions: an index over the texts themselves could exceed the size of an index row.';
COMMENT ON COLUMN series.warnings IS 'Stable codes, sorted, separated by one space.';

-- One row per activity, whatever was sent or computed twice. No foreign key to series: rows of series are never
-- deleted, and the check would cost as much as the insert.
CREATE TABLE ledger (
    activity_digest uuid PRIMARY KEY,
    tenant text NOT NULL,
    source text NOT NULL,
    activity_id text NOT NULL,
    series_id bigint NOT NULL,
    occurred_at timestamptz NOT NULL,
    accepted_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    footprint_id uuid NOT NULL,
    labels jsonb,
    origin_partition integer,
    origin_offset bigint,
    energy_low numeric, energy_central numeric, energy_high numeric,
    ghg_operational_location_low numeric, ghg_operational_location_central numeric, ghg_operational_location_high numeric,
    ghg_operational_market_low numeric, ghg_operational_market_central numeric, ghg_operational_market_high numeric,
    ghg_embodied_low numeric, ghg_embodied_central numeric, ghg_embodied_high numeric,
    water_on_site_low numeric, water_on_site_central numeric, water_on_site_high numeric,
    water_off_site_low numeric, water_off_site_central numeric, water_off_site_high numeric,
    primary_energy_low numeric, primary_energy_central numeric, primary_energy_high numeric,
    adpe_low numeric, adpe_central numeric, adpe_high numeric
);
CREATE INDEX ledger_by_time ON ledger USING brin (occurred_at);
COMMENT ON TABLE ledger IS 'Every activity that is in the report, exactly once.';
COMMENT ON COLUMN ledger.activity_digest IS 'ActivityReference.digest(): of tenant, source and id.';
COMMENT ON COLUMN ledger.recorded_at IS 'When the transaction began that put it into the report.';
COMMENT ON COLUMN ledger.labels IS 'All labels of the sender; null when there are none.';
COMMENT ON COLUMN ledger.origin_offset IS 'Where the activity stands in sillage.activities; null when the footprint did not say.';
COMMENT ON COLUMN ledger.energy_central IS 'Null when this activity has no data for the criterion; never zero for unknown.';

-- Updated again and again while their bucket lasts: room on the page keeps these updates off the index.
CREATE TABLE rollup_minute (
    series_id bigint NOT NULL,
    bucket timestamptz NOT NULL,
    activities bigint NOT NULL,
    energy_low numeric NOT NULL, energy_central numeric NOT NULL, energy_high numeric NOT NULL, energy_activities bigint NOT NULL,
    ghg_operational_location_low numeric NOT NULL, ghg_operational_location_central numeric NOT NULL, ghg_operational_location_high numeric NOT NULL, ghg_operational_location_activities bigint NOT NULL,
    ghg_operational_market_low numeric NOT NULL, ghg_operational_market_central numeric NOT NULL, ghg_operational_market_high numeric NOT NULL, ghg_operational_market_activities bigint NOT NULL,
    ghg_embodied_low numeric NOT NULL, ghg_embodied_central numeric NOT NULL, ghg_embodied_high numeric NOT NULL, ghg_embodied_activities bigint NOT NULL,
    water_on_site_low numeric NOT NULL, water_on_site_central numeric NOT NULL, water_on_site_high numeric NOT NULL, water_on_site_activities bigint NOT NULL,
    water_off_site_low numeric NOT NULL, water_off_site_central numeric NOT NULL, water_off_site_high numeric NOT NULL, water_off_site_activities bigint NOT NULL,
    primary_energy_low numeric NOT NULL, primary_energy_central numeric NOT NULL, primary_energy_high numeric NOT NULL, primary_energy_activities bigint NOT NULL,
    adpe_low numeric NOT NULL, adpe_central numeric NOT NULL, adpe_high numeric NOT NULL, adpe_activities bigint NOT NULL,
    PRIMARY KEY (series_id, bucket)
) WITH (fillfactor = 70);
COMMENT ON TABLE rollup_minute IS 'Exact sums of the ledger per series and minute (UTC), by the time of the activity.';

CREATE TABLE rollup_hour (
    series_id bigint NOT NULL,
    bucket timestamptz NOT NULL,
    activities bigint NOT NULL,
    energy_low numeric NOT NULL, energy_central numeric NOT NULL, energy_high numeric NOT NULL, energy_activities bigint NOT NULL,
    ghg_operational_location_low numeric NOT NULL, ghg_operational_location_central numeric NOT NULL, ghg_operational_location_high numeric NOT NULL, ghg_operational_location_activities bigint NOT NULL,
    ghg_operational_market_low numeric NOT NULL, ghg_operational_market_central numeric NOT NULL, ghg_operational_market_high numeric NOT NULL, ghg_operational_market_activities bigint NOT NULL,
    ghg_embodied_low numeric NOT NULL, ghg_embodied_central numeric NOT NULL, ghg_embodied_high numeric NOT NULL, ghg_embodied_activities bigint NOT NULL,
    water_on_site_low numeric NOT NULL, water_on_site_central numeric NOT NULL, water_on_site_high numeric NOT NULL, water_on_site_activities bigint NOT NULL,
    water_off_site_low numeric NOT NULL, water_off_site_central numeric NOT NULL, water_off_site_high numeric NOT NULL, water_off_site_activities bigint NOT NULL,
    primary_energy_low numeric NOT NULL, primary_energy_central numeric NOT NULL, primary_energy_high numeric NOT NULL, primary_energy_activities bigint NOT NULL,
    adpe_low numeric NOT NULL, adpe_central numeric NOT NULL, adpe_high numeric NOT NULL, adpe_activities bigint NOT NULL,
    PRIMARY KEY (series_id, bucket)
) WITH (fillfactor = 70);
COMMENT ON TABLE rollup_hour IS 'Exact sums of the ledger per series and hour (UTC), by the time of the activity.';

CREATE TABLE rollup_day (
    series_id bigint NOT NULL,
    bucket timestamptz NOT NULL,
    activities bigint NOT NULL,
    energy_low numeric NOT NULL, energy_central numeric NOT NULL, energy_high numeric NOT NULL, energy_activities bigint NOT NULL,
    ghg_operational_location_low numeric NOT NULL, ghg_operational_location_central numeric NOT NULL, ghg_operational_location_high numeric NOT NULL, ghg_operational_location_activities bigint NOT NULL,
    ghg_operational_market_low numeric NOT NULL, ghg_operational_market_central numeric NOT NULL, ghg_operational_market_high numeric NOT NULL, ghg_operational_market_activities bigint NOT NULL,
    ghg_embodied_low numeric NOT NULL, ghg_embodied_central numeric NOT NULL, ghg_embodied_high numeric NOT NULL, ghg_embodied_activities bigint NOT NULL,
    water_on_site_low numeric NOT NULL, water_on_site_central numeric NOT NULL, water_on_site_high numeric NOT NULL, water_on_site_activities bigint NOT NULL,
    water_off_site_low numeric NOT NULL, water_off_site_central numeric NOT NULL, water_off_site_high numeric NOT NULL, water_off_site_activities bigint NOT NULL,
    primary_energy_low numeric NOT NULL, primary_energy_central numeric NOT NULL, primary_energy_high numeric NOT NULL, primary_energy_activities bigint NOT NULL,
    adpe_low numeric NOT NULL, adpe_central numeric NOT NULL, adpe_high numeric NOT NULL, adpe_activities bigint NOT NULL,
    PRIMARY KEY (series_id, bucket)
) WITH (fillfactor = 70);
COMMENT ON TABLE rollup_day IS 'Exact sums of the ledger per series and day (UTC), by the time of the activity.';

CREATE TABLE consumer_offset (
    topic text NOT NULL,
    partition integer NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);
COMMENT ON TABLE consumer_offset IS 'The next record to take, advanced in the transaction of its effects by compare-and-set.';

CREATE TABLE origin_progress (
    partition integer NOT NULL,
    origin_partition integer NOT NULL,
    through_offset bigint NOT NULL,
    PRIMARY KEY (partition, origin_partition)
) WITH (fillfactor = 50);
COMMENT ON TABLE origin_progress IS
    'Per partition of sillage.footprints and of sillage.activities: the highest activity whose footprint was seen. One at or below it is computed again, not new. Kept per pair, because only within a pair the order is certain whatever the partition counts are.';

CREATE TABLE reconciliation (
    tenant text NOT NULL,
    partition integer NOT NULL,
    computed bigint NOT NULL,
    reported bigint NOT NULL,
    duplicates bigint NOT NULL,
    recomputed bigint NOT NULL,
    PRIMARY KEY (tenant, partition),
    CHECK (reported + duplicates = computed)
) WITH (fillfactor = 50);
COMMENT ON TABLE reconciliation IS 'Counts per tenant; by partition of sillage.footprints too, so that replicas never wait for each other.';

CREATE TABLE dead_letter (
    stage text NOT NULL CHECK (stage IN ('calculation', 'reporting')),
    origin_topic text NOT NULL,
    origin_partition integer NOT NULL,
    origin_offset bigint NOT NULL,
    tenant text NOT NULL,
    reason text NOT NULL,
    detail text NOT NULL,
    occurred_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recovered_at timestamptz,
    PRIMARY KEY (stage, origin_topic, origin_partition, origin_offset)
);
CREATE INDEX dead_letter_by_tenant ON dead_letter (tenant, stage, reason);
COMMENT ON TABLE dead_letter IS 'What could not be computed or reported, and why; where it stands, never what it holds.';
COMMENT ON COLUMN dead_letter.tenant IS 'Empty when the record does not name a tenant.';
COMMENT ON COLUMN dead_letter.recovered_at IS 'When the activity was computed after all; then it does not count here any more.';
