-- What became of what was accepted in each hour, and what ingestion says that it accepted: the two sides of an equation.

CREATE TABLE reconciliation_hour (
    tenant text NOT NULL,
    hour timestamptz NOT NULL,
    partition integer NOT NULL,
    computed bigint NOT NULL,
    reported bigint NOT NULL,
    duplicates bigint NOT NULL,
    recomputed bigint NOT NULL,
    conflicts bigint NOT NULL,
    amended bigint NOT NULL,
    late bigint NOT NULL,
    dead_lettered bigint NOT NULL,
    PRIMARY KEY (tenant, hour, partition),
    CHECK (reported + amended + duplicates = computed)
) WITH (fillfactor = 50);
CREATE INDEX reconciliation_hour_by_time ON reconciliation_hour (hour);
COMMENT ON TABLE reconciliation_hour IS
    'The counts of reconciliation by hour (UTC) of acceptance, in the same transaction; kept for some months.';
COMMENT ON COLUMN reconciliation_hour.late IS 'Those of reported that had ended long before they were accepted.';
COMMENT ON COLUMN reconciliation_hour.dead_lettered IS
    'Of stage calculation; less those that were computed after all, which can make one partition negative.';

CREATE TABLE accepted_count (
    tenant text NOT NULL,
    hour timestamptz NOT NULL,
    incarnation text NOT NULL,
    number bigint NOT NULL,
    accepted bigint NOT NULL,
    refused bigint NOT NULL,
    uncertain bigint NOT NULL,
    complete boolean NOT NULL,
    PRIMARY KEY (tenant, hour, incarnation, number)
) WITH (fillfactor = 50);
CREATE INDEX accepted_count_by_time ON accepted_count (hour);
COMMENT ON TABLE accepted_count IS 'What ingestion counted, per run of a replica; its sum per hour is what was accepted.';
COMMENT ON COLUMN accepted_count.complete IS 'Whether that run said that nothing will be added.';

CREATE TABLE ingestion_incarnation (
    id text PRIMARY KEY,
    started_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('counting', 'ended', 'incomplete'))
) WITH (fillfactor = 50);
COMMENT ON TABLE ingestion_incarnation IS 'Each run of a replica of ingestion, and whether it ended with all its counts told.';

ALTER TABLE dead_letter ADD COLUMN accepted_at timestamptz;
COMMENT ON COLUMN dead_letter.accepted_at IS 'When the activity was accepted; null when the record did not say.';

-- Pages go by the time of the first, which does not change while somebody reads.
DROP INDEX identity_conflict_newest;
CREATE INDEX identity_conflict_newest ON identity_conflict (tenant, first_seen DESC, activity_digest DESC, content DESC);
