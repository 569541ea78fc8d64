-- Questionnaires that are made on a page. What is being written is a row a question; what was published is one row a version,
-- which nothing changes and nothing takes away. The ready ones stand in the code and have no rows.

-- `asked` counts the questions ever added, so that the key of one that was taken out is never another's.
CREATE TABLE questionnaire (
	id TEXT PRIMARY KEY,
	organisation TEXT NOT NULL REFERENCES organisation (id),
	zh TEXT NOT NULL,
	en TEXT NOT NULL,
	asked INTEGER NOT NULL,
	made_from TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX questionnaire_organisation ON questionnaire (organisation);

-- A question as it is being written: `content` is all of it but its key, as JSON.
CREATE TABLE question (
	questionnaire TEXT NOT NULL REFERENCES questionnaire (id),
	key TEXT NOT NULL,
	sort INTEGER NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY (questionnaire, key)
) STRICT, WITHOUT ROWID;

-- A published version: the whole questionnaire as JSON, and with it which questions ask the same as in the version before.
CREATE TABLE edition (
	questionnaire TEXT NOT NULL REFERENCES questionnaire (id),
	version INTEGER NOT NULL,
	content TEXT NOT NULL,
	published_on TEXT NOT NULL,
	PRIMARY KEY (questionnaire, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER edition_stays BEFORE UPDATE ON edition
BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER edition_is_kept BEFORE DELETE ON edition
BEGIN SELECT RAISE(ABORT, 'a published version is never taken away'); END;

-- What else a wave's rule says. `points` is what each level is worth where a score in points is asked for; `assessors` the
-- share of the assessors' mean in the whole, in percent; `issuer` who prints and hands out the slips; `activity` what it asks about.
ALTER TABLE wave ADD COLUMN points TEXT CHECK (points IN ('100-80-60-30-0', '100-75-55'));
ALTER TABLE wave ADD COLUMN assessors INTEGER NOT NULL DEFAULT 0 CHECK (assessors BETWEEN 0 AND 90);
ALTER TABLE wave ADD COLUMN issuer TEXT NOT NULL DEFAULT 'unit' CHECK (issuer IN ('unit', 'opener'));
ALTER TABLE wave ADD COLUMN activity TEXT;
