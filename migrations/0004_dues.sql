-- Dues and the register of what was collected and used.

-- What a member owes a year, from a day on.
CREATE TABLE rate (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	from_day TEXT NOT NULL,
	amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 1000000000),
	PRIMARY KEY (organisation, from_day)
) STRICT, WITHOUT ROWID;

-- One save of the dues grid: its key stops a second copy. `entries` are the ids its receipts may have, as JSON; their numbers
-- follow one another from `first` on in the register of `year`.
CREATE TABLE collection (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	year INTEGER NOT NULL,
	first INTEGER NOT NULL,
	method TEXT NOT NULL,
	entries TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- The register. Money in is positive, money out negative, in whole fen; numbers have no gaps within an organisation's year and
-- series ('in' receipts, 'out' vouchers). A posted entry never changes: it is reversed by another one.
CREATE TABLE entry (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	year INTEGER NOT NULL,
	series TEXT NOT NULL CHECK (series IN ('in', 'out')),
	number INTEGER NOT NULL,
	day TEXT NOT NULL,
	amount INTEGER NOT NULL CHECK (amount <> 0),
	kind TEXT NOT NULL,
	purpose TEXT,
	person TEXT REFERENCES person (id),
	party TEXT,
	method TEXT,
	reverses TEXT,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX entry_number ON entry (organisation, year, series, number);
CREATE UNIQUE INDEX entry_reversal ON entry (organisation, reverses) WHERE reverses IS NOT NULL;
CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'a posted entry never changes'); END;
CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'a posted entry is never deleted'); END;

-- Which member and year a receipt's money is for.
CREATE TABLE allocation (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	person TEXT NOT NULL REFERENCES person (id),
	year INTEGER NOT NULL,
	entry TEXT NOT NULL,
	amount INTEGER NOT NULL,
	PRIMARY KEY (organisation, person, year, entry)
) STRICT, WITHOUT ROWID;

-- The years a member has paid, each with its receipt's number, as JSON: recounted from the allocations with every write, so
-- that a grid reads two rows a member and not one more for every year.
ALTER TABLE membership ADD COLUMN paid TEXT NOT NULL DEFAULT '{}';

ALTER TABLE standing ADD COLUMN paid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN received INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN dues INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN receipts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN vouchers INTEGER NOT NULL DEFAULT 0;
