-- A collection round: opened, collected in, its cash counted, closed with what differs explained. Reminders come from closed ones only.
CREATE TABLE round (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	opened_on TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- The end of a round: the cash its receipts come to, what was counted, and why they differ.
CREATE TABLE round_end (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	round TEXT NOT NULL,
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	expected INTEGER NOT NULL,
	counted INTEGER NOT NULL,
	explanation TEXT,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, round)
) STRICT, WITHOUT ROWID;

ALTER TABLE collection ADD COLUMN round TEXT;

-- What an association shows in the open: one notice a row, with its period and how long one may object. It is made by whoever may use
-- the funds, and public from then on; its figures are those of that moment, with the head of the chain.
CREATE TABLE public_notice (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	year INTEGER NOT NULL,
	posted_on TEXT NOT NULL,
	until TEXT NOT NULL,
	place TEXT NOT NULL,
	figures TEXT NOT NULL,
	head TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- A notice taken down: it is no longer to be seen, and stays on record.
CREATE TABLE public_notice_end (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	notice TEXT NOT NULL,
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, notice)
) STRICT, WITHOUT ROWID;

-- What a stranger objects to; shown in the open with its answer, and not before. So many a day, and no more.
CREATE TABLE objection (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	notice TEXT NOT NULL,
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	text TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, notice, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE objection_day (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	day TEXT NOT NULL,
	objections INTEGER NOT NULL,
	PRIMARY KEY (organisation, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE reply (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	notice TEXT NOT NULL,
	objection TEXT NOT NULL,
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	text TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, notice, objection)
) STRICT, WITHOUT ROWID;
