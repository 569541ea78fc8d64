-- Surveys. Nothing in an answer tells who gave it, when, from where or with which slip: no time, no address, no agent, no
-- language, no code. Keys are random, so that the order of storage is not the order of arrival.

-- A wave asks one version of a questionnaire from one day to another, under a rule that is printed with its result.
-- Its key is its id alone, since the respondent's address names the wave and not whose it is.
CREATE TABLE wave (
	id TEXT PRIMARY KEY,
	organisation TEXT NOT NULL REFERENCES organisation (id),
	questionnaire TEXT NOT NULL,
	version INTEGER NOT NULL,
	first_day TEXT NOT NULL,
	last_day TEXT NOT NULL,
	target INTEGER NOT NULL CHECK (target BETWEEN 1 AND 100),
	denominator TEXT NOT NULL CHECK (denominator IN ('all', 'known')),
	code_required INTEGER NOT NULL,
	made_from TEXT NOT NULL,
	made_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX wave_organisation ON wave (organisation, first_day);

-- One row for each unit that a wave asks: whom it speaks for, how many slips lie ready, and what was counted so far.
-- `shown` is `counts` as it stood at the last multiple of ten, the only figures that anybody sees before the end.
CREATE TABLE tally (
	wave TEXT NOT NULL REFERENCES wave (id),
	unit TEXT NOT NULL REFERENCES organisation (id),
	adults INTEGER,
	slips INTEGER NOT NULL,
	counts TEXT NOT NULL,
	shown TEXT NOT NULL,
	PRIMARY KEY (wave, unit)
) STRICT, WITHOUT ROWID;

-- An answer: what was said, and nothing else.
CREATE TABLE answer (
	wave TEXT NOT NULL,
	unit TEXT NOT NULL,
	id TEXT NOT NULL,
	said TEXT NOT NULL,
	PRIMARY KEY (wave, unit, id)
) STRICT, WITHOUT ROWID;

-- That a slip was used, as a keyed hash. A second use breaks the key and rolls its whole batch back.
CREATE TABLE spent (
	wave TEXT NOT NULL,
	unit TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (wave, unit, hash)
) STRICT, WITHOUT ROWID;

-- The end of a wave in a unit: figures frozen as they were, with a digest over everything they rest on.
CREATE TABLE closing (
	wave TEXT NOT NULL REFERENCES wave (id),
	unit TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	closed_on TEXT NOT NULL,
	closed_by TEXT NOT NULL,
	adults INTEGER,
	handed_out INTEGER NOT NULL,
	counts TEXT NOT NULL,
	digest TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (wave, unit)
) STRICT, WITHOUT ROWID;

-- What people wrote, gathered at the end in alphabetical order and apart from the rest of their answers.
CREATE TABLE remarks (
	wave TEXT NOT NULL,
	unit TEXT NOT NULL,
	page INTEGER NOT NULL,
	texts TEXT NOT NULL,
	PRIMARY KEY (wave, unit, page)
) STRICT, WITHOUT ROWID;

-- The year's latest closed wave in kept figures, recounted from its closing and never counted up: what boards show of many
-- organisations at once. Null where no wave of the year is closed.
ALTER TABLE standing ADD COLUMN survey_satisfied INTEGER;
ALTER TABLE standing ADD COLUMN survey_answered INTEGER;
ALTER TABLE standing ADD COLUMN survey_adults INTEGER;
ALTER TABLE standing ADD COLUMN survey_target INTEGER;
ALTER TABLE standing ADD COLUMN survey_slips INTEGER;
