-- Registers in: an intake is one file brought in, a chunk of it one request, its end the last word.

CREATE TABLE intake (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	what TEXT NOT NULL CHECK (what IN ('members', 'organisations')),
	file TEXT NOT NULL,
	digest TEXT NOT NULL,
	lines INTEGER NOT NULL,
	chunks INTEGER NOT NULL,
	columns TEXT NOT NULL,
	day TEXT NOT NULL,
	made_at INTEGER NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- rows: JSON list of [line of the file, outcome, id of what it made or changed, organisation, values known before]; its key
-- stops a second copy. places: the organisations it touched, JSON. counts: how many rows of each outcome, JSON. undone: the lines that could not be
-- taken back, with the reason, JSON; null as long as nobody took the chunk back.
CREATE TABLE intake_chunk (
	organisation TEXT NOT NULL,
	intake TEXT NOT NULL,
	number INTEGER NOT NULL,
	rows TEXT NOT NULL,
	places TEXT NOT NULL,
	counts TEXT NOT NULL,
	undone TEXT,
	day TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, intake, number),
	FOREIGN KEY (organisation, intake) REFERENCES intake (organisation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE intake_end (
	organisation TEXT NOT NULL,
	intake TEXT NOT NULL,
	outcome TEXT NOT NULL CHECK (outcome IN ('finished', 'undone')),
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, intake, outcome),
	FOREIGN KEY (organisation, intake) REFERENCES intake (organisation, id)
) STRICT, WITHOUT ROWID;

-- The rows that intakes wrote on a day of the account (it begins at midnight UTC): how much of its allowance is left.
CREATE TABLE intake_day (
	day TEXT PRIMARY KEY,
	written INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Taking a founding back deletes an organisation, and the database then looks for whoever points at it: only those who moved.
CREATE INDEX membership_came_from ON membership (came_from) WHERE came_from IS NOT NULL;
CREATE INDEX membership_went_to ON membership (went_to) WHERE went_to IS NOT NULL;
