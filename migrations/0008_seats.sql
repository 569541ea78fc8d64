-- Terms, seats, holders. A council is elected for a term; a kind of organisation calls for seats; a holder fills one.

-- How many years a term lasts, by kind, from a day on.
CREATE TABLE term_length (
	kind TEXT NOT NULL REFERENCES kind (id),
	from_day TEXT NOT NULL,
	years INTEGER NOT NULL CHECK (years BETWEEN 1 AND 10),
	PRIMARY KEY (kind, from_day)
) STRICT, WITHOUT ROWID;
INSERT INTO term_length SELECT id, '1900-01-01', 5 FROM kind;

-- Seats: how many of a post a kind calls for from a day on, and how many of those full-time.
CREATE TABLE seat (
	kind TEXT NOT NULL REFERENCES kind (id),
	post TEXT NOT NULL,
	from_day TEXT NOT NULL,
	seats INTEGER NOT NULL CHECK (seats BETWEEN 0 AND 60),
	full_time INTEGER NOT NULL DEFAULT 0 CHECK (full_time BETWEEN 0 AND seats),
	PRIMARY KEY (kind, post, from_day)
) STRICT, WITHOUT ROWID;
INSERT INTO seat VALUES
	('district', 'chair', '1900-01-01', 1, 0), ('district', 'vice-chair', '1900-01-01', 3, 1),
	('district', 'secretary-general', '1900-01-01', 1, 1), ('district', 'council-member', '1900-01-01', 15, 0),
	('township', 'chair', '1900-01-01', 1, 0), ('township', 'vice-chair', '1900-01-01', 2, 1),
	('township', 'secretary-general', '1900-01-01', 1, 0), ('township', 'council-member', '1900-01-01', 7, 0),
	('village', 'chair', '1900-01-01', 1, 0), ('village', 'vice-chair', '1900-01-01', 1, 0),
	('village', 'secretary-general', '1900-01-01', 1, 0), ('village', 'council-member', '1900-01-01', 3, 0),
	('enterprise', 'chair', '1900-01-01', 1, 0), ('enterprise', 'secretary-general', '1900-01-01', 1, 0),
	('migrants', 'chair', '1900-01-01', 1, 0), ('migrants', 'secretary-general', '1900-01-01', 1, 0),
	('association', 'chair', '1900-01-01', 1, 0), ('association', 'secretary-general', '1900-01-01', 1, 0);

-- A council's term: the day it was really elected, the day it is due to end, the assembly and the approving document.
-- It is over when the next one begins; past its due day it goes on, not re-elected.
CREATE TABLE term (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	number INTEGER,
	from_day TEXT NOT NULL,
	due_day TEXT NOT NULL,
	assembly TEXT,
	document TEXT,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- The term a holder was elected in; none for staff and group leaders. how: 'general' election, 'by-election', 'appointed'.
ALTER TABLE holder ADD COLUMN term TEXT;
ALTER TABLE holder ADD COLUMN full_time INTEGER NOT NULL DEFAULT 0 CHECK (full_time IN (0, 1));
ALTER TABLE holder ADD COLUMN how TEXT;
ALTER TABLE holder ADD COLUMN ended_because TEXT;
-- The meeting of a by-election or appointment; that of a general election stands with its term.
ALTER TABLE holder ADD COLUMN assembly TEXT;

-- A letter of appointment for a holder, or a plaque for an organisation; its code leads to a page that confirms it.
CREATE TABLE letter (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('letter', 'plaque')),
	holder TEXT,
	number INTEGER NOT NULL,
	year INTEGER NOT NULL,
	code TEXT NOT NULL,
	issued_on TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX letter_code ON letter (code);
CREATE UNIQUE INDEX letter_number ON letter (organisation, kind, year, number);

-- What an association shows of the seats below it, a row for each directly below and one under no name for all: made anew as
-- a whole, by night and when a reader finds it older than an hour. seats: by state, each seat in it as [organisation, its name,
-- post, person, holder, since, due, state, how many], JSON; its counts are of these very rows. people: by post, what its holders are
-- by sex, time and age, JSON.
CREATE TABLE seat_board (
	parent TEXT NOT NULL REFERENCES organisation (id),
	name TEXT NOT NULL,
	organisation TEXT NOT NULL REFERENCES organisation (id),
	councils INTEGER NOT NULL,
	filled INTEGER NOT NULL,
	soon INTEGER NOT NULL,
	over INTEGER NOT NULL,
	vacant INTEGER NOT NULL,
	beyond INTEGER NOT NULL,
	seats TEXT NOT NULL,
	people TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (parent, name, organisation)
) STRICT, WITHOUT ROWID;
