-- A second line behind the code: whoever reads for a tenant sees the rows of that tenant only, whatever the statement says,
-- and can write nothing. Three roles: the owner migrates, sillage_writer keeps the books, sillage_reader answers questions.

DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['sillage_writer', 'sillage_reader'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role);
        END IF;
        IF NOT pg_has_role(current_user, role, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', role);
        END IF;
    END LOOP;
EXCEPTION
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the roles sillage_writer and sillage_reader are missing and % may not make them: as an administrator run CREATE ROLE sillage_writer NOLOGIN; CREATE ROLE sillage_reader NOLOGIN; GRANT sillage_writer, sillage_reader TO %', current_user, current_user;
    WHEN duplicate_object OR unique_violation THEN
        NULL; -- Another service on the same cluster made them at the same moment.
END $$;

-- What the code does with tables that come later is said where they are made.
CREATE FUNCTION open_to_writer(relation regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO sillage_writer', relation);
END $$;
COMMENT ON FUNCTION open_to_writer IS 'For tables that are not read for a tenant.';

CREATE FUNCTION open_to_reader(relation regclass, condition text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_to_writer(relation);
    EXECUTE format('GRANT SELECT ON %s TO sillage_reader', relation);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY writer_keeps_all ON %s TO sillage_writer USING (true) WITH CHECK (true)', relation);
    EXECUTE format('CREATE POLICY reader_sees_tenant ON %s FOR SELECT TO sillage_reader USING (%s)', relation, condition);
END $$;
COMMENT ON FUNCTION open_to_reader IS 'For tables that are read for a tenant: the rows for which the condition holds.';

CREATE FUNCTION open_to_tenant(relation regclass) RETURNS void LANGUAGE sql AS $$
    SELECT open_to_reader(relation, $c$tenant = current_setting('sillage.tenant', true)$c$)
$$;
COMMENT ON FUNCTION open_to_tenant IS 'For tables with a column tenant. Without sillage.tenant nothing is seen.';

SELECT open_to_tenant(t) FROM unnest(ARRAY[
    'series', 'identity', 'ledger', 'ledger_superseded', 'identity_conflict', 'reconciliation', 'dead_letter', 'unknown_model',
    'avoidance', 'restatement', 'audit_log']::regclass[]) t;
-- The policy of series holds within the subquery too; it is run once for a statement, not for a row.
SELECT open_to_reader(t, 'series_id IN (SELECT id FROM series)') FROM unnest(ARRAY[
    'rollup_minute', 'rollup_hour', 'rollup_day', 'rollup_month']::regclass[]) t;
SELECT open_to_reader(t, 'restatement IN (SELECT id FROM restatement)') FROM unnest(ARRAY[
    'restatement_skipped', 'restatement_figure']::regclass[]) t;
SELECT open_to_writer(t) FROM unnest(ARRAY['consumer_offset', 'origin_progress']::regclass[]) t;
REVOKE UPDATE, DELETE ON audit_log FROM sillage_writer;

-- The writer owns no table; partitions are made and dropped by functions that do nothing else.
CREATE OR REPLACE FUNCTION ensure_ledger_month(keep_months integer, month date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    kept text := 'ledger_keep_' || keep_months;
    part text := kept || '_' || to_char(month, 'YYYYMM');
BEGIN
    PERFORM pg_advisory_xact_lock(5110277);
    IF to_regclass(format('%I.%I', current_schema(), kept)) IS NULL THEN
        EXECUTE format(
            'CREATE TABLE %I PARTITION OF ledger FOR VALUES IN (%s) PARTITION BY RANGE (occurred_at)', kept, keep_months);
        EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', kept || '_else', kept);
        -- COPY does not take a table with row security, so rows go in one level below it.
        EXECUTE format('GRANT INSERT ON %I TO sillage_writer', kept);
    END IF;
    IF month >= '2015-01-01' AND month < '2100-01-01' AND to_regclass(format('%I.%I', current_schema(), part)) IS NULL THEN
        EXECUTE format(
            'CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', part, kept,
            month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00');
    END IF;
END $$;

CREATE FUNCTION drop_ledger_month(part text) RETURNS TABLE (tenant text, activities bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF part !~ '^ledger_keep_[1-9][0-9]{0,3}_[0-9]{6}$' THEN
        RAISE EXCEPTION '% is no month of the ledger that ends', part;
    END IF;
    RETURN QUERY EXECUTE format('SELECT p.tenant, count(*) FROM %I p GROUP BY p.tenant', part);
    EXECUTE format('DROP TABLE %I', part);
END $$;
COMMENT ON FUNCTION drop_ledger_month IS 'Drops a month of the ledger and answers how many activities of whom it held.';

DO $$
DECLARE
    kept text;
BEGIN
    FOR kept IN SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'ledger'::regclass LOOP
        EXECUTE format('GRANT INSERT ON %s TO sillage_writer', kept);
    END LOOP;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO sillage_writer, sillage_reader', current_schema());
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO sillage_writer', current_schema());
END $$;
