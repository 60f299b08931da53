-- Sums by region, and by the labels that an operator names; and how many values a label may have.

ALTER TABLE series
    ADD COLUMN region text NOT NULL DEFAULT '',
    ADD COLUMN labels jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN series.region IS
    'Of the cloud that the activities ran in. Part of the digest, with labels, only when one of them is there, so that older series keep theirs.';
COMMENT ON COLUMN series.labels IS
    'Those of the configured labels that the activities have. What was not configured when they came is not here.';

CREATE TABLE label_value (
    tenant text NOT NULL,
    label text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (tenant, label, value)
);
COMMENT ON TABLE label_value IS
    'The values of labels that stand for themselves in series; when there are as many as allowed, later ones are other.';

INSERT INTO label_value (tenant, label, value)
SELECT DISTINCT s.tenant, l.label, l.value
FROM series s
CROSS JOIN LATERAL (VALUES
    ('team', s.team), ('project', s.project), ('application', s.application), ('environment', s.environment)
) AS l(label, value)
WHERE l.value NOT IN ('', 'other');

SELECT open_to_writer('label_value');
