-- Of several replicas one pushes the sums of a tenant: two writers of one series would be one too many for its readers.

CREATE TABLE push_turn (
    tenant text PRIMARY KEY,
    holder uuid NOT NULL,
    until timestamptz NOT NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE push_turn IS 'Which replica pushes a tenant''s sums to its collector, and until when it may be silent.';

SELECT open_to_writer('push_turn');
