-- The newest activities of some series are found where they are, however many others the ledger holds in between.
CREATE INDEX ledger_of_series ON ledger (series_id, occurred_at DESC, activity_digest DESC);
