-- Who signs in, where they may go, who belongs where. Every table is STRICT; those whose key is text are WITHOUT
-- ROWID, so that a row costs one row written. Foreign keys are RESTRICT: nothing disappears behind another's back.

-- One row: what the deployment makes for itself on its first day, so that installing it needs no secret.
CREATE TABLE deployment (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	key TEXT NOT NULL,
	made_at INTEGER NOT NULL
) STRICT;
INSERT INTO deployment VALUES (1, lower(hex(randomblob(32))), unixepoch());

-- A node of the tree. path = the ids from the root down, each followed by '/': a subtree is a range of paths.
CREATE TABLE organisation (
	id TEXT PRIMARY KEY,
	parent TEXT REFERENCES organisation (id),
	path TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	adults INTEGER,
	households INTEGER,
	made_from TEXT NOT NULL,
	made_by TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX organisation_path ON organisation (path);
CREATE INDEX organisation_parent ON organisation (parent, name);

-- Somebody: a member, an officer, or both. Not one field for health, children or identity numbers.
CREATE TABLE person (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	sex TEXT CHECK (sex IN ('female', 'male')),
	birth_year INTEGER,
	telephone TEXT,
	address TEXT,
	note TEXT,
	made_from TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Belonging, from one day until another: to_day is the first day on which it no longer holds.
CREATE TABLE membership (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	person TEXT NOT NULL REFERENCES person (id),
	from_day TEXT NOT NULL,
	to_day TEXT,
	kind TEXT NOT NULL,
	sort TEXT NOT NULL,
	left_because TEXT,
	PRIMARY KEY (organisation, person, from_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_sort ON membership (organisation, sort, person);

-- What members are found by: name parts, pinyin initials, telephone tail, and the organisation as a token of its own.
CREATE VIRTUAL TABLE seek USING fts5 (
	organisation UNINDEXED, person UNINDEXED, words, columnsize = 0, detail = none
);

-- A resident who would like to join, until the association decides; then the decision is kept and this goes.
CREATE TABLE application (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	sex TEXT,
	birth_year INTEGER,
	telephone TEXT,
	address TEXT,
	consent TEXT NOT NULL,
	applied_on TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	application TEXT NOT NULL,
	outcome TEXT NOT NULL CHECK (outcome IN ('approved', 'declined')),
	name TEXT NOT NULL,
	reason TEXT,
	decided_on TEXT NOT NULL,
	decided_by TEXT NOT NULL,
	PRIMARY KEY (organisation, application)
) STRICT, WITHOUT ROWID;

-- How many applied on a day: the ceiling that a stranger can't spend past.
CREATE TABLE application_day (
	organisation TEXT NOT NULL,
	day TEXT NOT NULL,
	applied INTEGER NOT NULL,
	PRIMARY KEY (organisation, day)
) STRICT, WITHOUT ROWID;

-- A post held by a person in an organisation, from one day until another.
CREATE TABLE holder (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	person TEXT NOT NULL REFERENCES person (id),
	post TEXT NOT NULL,
	from_day TEXT NOT NULL,
	to_day TEXT,
	made_by TEXT,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX holder_person ON holder (person);

-- A signed-in device, or a program's bearer token (kind 'program'). Only the token's SHA-256 is here.
CREATE TABLE session (
	hash TEXT PRIMARY KEY,
	id TEXT NOT NULL,
	person TEXT NOT NULL REFERENCES person (id),
	kind TEXT NOT NULL CHECK (kind IN ('device', 'program')),
	label TEXT NOT NULL,
	reads_only INTEGER NOT NULL DEFAULT 0,
	made_on TEXT NOT NULL,
	seen_on TEXT NOT NULL,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_person ON session (person);

-- A single-use way in: 'owner' (the first, or again for whoever holds the account), 'post' (an officer lets another in),
-- 'device' (another device of the same person). Used = gone.
CREATE TABLE link (
	hash TEXT PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('owner', 'post', 'device')),
	person TEXT,
	organisation TEXT,
	post TEXT,
	name TEXT,
	made_by TEXT,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A printed recovery code of the owner. Used = gone.
CREATE TABLE recovery (
	hash TEXT PRIMARY KEY,
	person TEXT NOT NULL REFERENCES person (id)
) STRICT, WITHOUT ROWID;

-- Every change on a record: who, when, from what, to what. Its id comes with the form, so a second copy breaks the key.
CREATE TABLE change (
	organisation TEXT NOT NULL,
	subject TEXT NOT NULL,
	at INTEGER NOT NULL,
	id TEXT NOT NULL,
	by TEXT,
	act TEXT NOT NULL,
	details TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, subject, id)
) STRICT, WITHOUT ROWID;

-- An organisation's year in kept figures. Never counted up by one: recounted from its rows with every write, so it can't drift.
CREATE TABLE standing (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	year INTEGER NOT NULL,
	opening INTEGER NOT NULL DEFAULT 0,
	joined INTEGER NOT NULL DEFAULT 0,
	departed INTEGER NOT NULL DEFAULT 0,
	members INTEGER NOT NULL DEFAULT 0,
	women INTEGER NOT NULL DEFAULT 0,
	owing INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (organisation, year)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_left ON membership (organisation, to_day) WHERE to_day IS NOT NULL;
