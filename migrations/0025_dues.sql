-- What a member owes: rates by kind, what a yearly run fixed, and who was let off or given time.

-- 'every' is the rate of whoever has none of their own kind.
CREATE TABLE rate_of_kind (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	from_day TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('every', 'ordinary', 'group')),
	amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 1000000000),
	PRIMARY KEY (organisation, from_day, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO rate_of_kind (organisation, from_day, kind, amount) SELECT organisation, from_day, 'every', amount FROM rate;
DROP TABLE rate;
ALTER TABLE rate_of_kind RENAME TO rate;

-- A yearly run: it fixes what each member owes; run again, it adds only what is missing.
CREATE TABLE dues_run (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	year INTEGER NOT NULL,
	day TEXT NOT NULL,
	people INTEGER NOT NULL,
	sum INTEGER NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- What a member owes for a year, with the facts behind the amount: their kind, the rate, and since when it holds.
CREATE TABLE charge (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	person TEXT NOT NULL REFERENCES person (id),
	year INTEGER NOT NULL,
	amount INTEGER NOT NULL CHECK (amount > 0),
	facts TEXT NOT NULL,
	run TEXT NOT NULL,
	PRIMARY KEY (organisation, person, year)
) STRICT, WITHOUT ROWID;

-- That somebody need not pay the dues of some years ('exempt'), or not before a day ('deferred'), why, and who granted it.
CREATE TABLE waiver (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	person TEXT NOT NULL REFERENCES person (id),
	id TEXT NOT NULL,
	what TEXT NOT NULL CHECK (what IN ('exempt', 'deferred')),
	from_year INTEGER NOT NULL,
	to_year INTEGER NOT NULL,
	until TEXT,
	reason TEXT NOT NULL,
	granted_by TEXT NOT NULL,
	granted_on TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, person, id)
) STRICT, WITHOUT ROWID;

-- The end of a waiver: from then on it is as if it had not been granted.
CREATE TABLE waiver_end (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	waiver TEXT NOT NULL,
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, waiver)
) STRICT, WITHOUT ROWID;

-- What a member's years come to, recounted with `paid` from charges, allocations and waivers: {"2026": {"charged": fen, "received": fen,
-- "waived": "exempt" or the day until which it is deferred}}. A grid reads it with the membership, and not a row more for each year.
ALTER TABLE membership ADD COLUMN dues TEXT NOT NULL DEFAULT '{}';
UPDATE membership SET dues = (
	SELECT json_group_object(year, json_object('received', received)) FROM (
		SELECT cast(year AS TEXT) AS year, sum(amount) AS received FROM allocation
		WHERE allocation.organisation = membership.organisation AND allocation.person = membership.person
		GROUP BY year HAVING sum(amount) > 0))
WHERE paid <> '{}';
