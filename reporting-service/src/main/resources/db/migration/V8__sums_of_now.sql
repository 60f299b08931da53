-- What moves now is found by its time, however many series and days there are beside it.
CREATE INDEX rollup_minute_by_time ON rollup_minute (bucket);
CREATE INDEX rollup_day_by_time ON rollup_day (bucket);
