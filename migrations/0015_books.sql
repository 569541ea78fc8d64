-- The books: every entry balances, stands in its organisation's year at a place of its own, and carries the hash of the one
-- before. What was posted before keeps its id, number, day, amount and words; it is given its lines and its place here, and
-- its hashes by the program (SQLite knows no SHA-256) with the next entry of its year, or at night.

DROP TRIGGER entry_unchanged;

-- `lines` is the double entry as [[account, fen], …], debits positive: first where the money lies, then what it was.
ALTER TABLE entry ADD COLUMN lines TEXT NOT NULL DEFAULT '[]';
-- The place in the organisation's year, whatever the series.
ALTER TABLE entry ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
-- What a receipt was for, as [[person, year, fen], …]: who it was then. Who that person is now stands in `allocation`.
ALTER TABLE entry ADD COLUMN years TEXT NOT NULL DEFAULT '[]';
ALTER TABLE entry ADD COLUMN activity TEXT;
ALTER TABLE entry ADD COLUMN approver TEXT;
-- The money set aside for one purpose that this belongs to.
ALTER TABLE entry ADD COLUMN fund TEXT;
-- `words` is the salted SHA-256 of what was written by hand (purpose, party, approver): the chain covers it, and not the words.
ALTER TABLE entry ADD COLUMN salt TEXT;
ALTER TABLE entry ADD COLUMN words TEXT;
ALTER TABLE entry ADD COLUMN before TEXT;
ALTER TABLE entry ADD COLUMN hash TEXT;

UPDATE entry SET position = placed.position FROM (
	SELECT organisation, id, row_number() OVER (PARTITION BY organisation, year ORDER BY day, series, number) AS position FROM entry
) AS placed WHERE placed.organisation = entry.organisation AND placed.id = entry.id;

UPDATE entry SET years = (
	SELECT json_group_array(json_array(coalesce(entry.person, person), year, amount)) FROM (
		SELECT person, year, amount FROM allocation WHERE allocation.organisation = entry.organisation AND allocation.entry = entry.id
		ORDER BY person, year)
) WHERE kind IN ('dues', 'reversal') AND person IS NOT NULL;

UPDATE entry SET lines = json_array(
	json_array(CASE method WHEN 'transfer' THEN 'bank' ELSE 'cash' END, amount),
	json_array(CASE coalesce((SELECT original.kind FROM entry AS original
			WHERE original.organisation = entry.organisation AND original.id = entry.reverses), kind)
		WHEN 'dues' THEN 'dues' WHEN 'income' THEN 'other-income' ELSE 'other-use' END, -amount));

-- The kept state of an organisation's year: what each account comes to, how many entries there are, and the hash of the last:
-- the head of the chain, empty where its entries still wait for their hashes. A new entry is written only onto the head it was
-- made for.
CREATE TABLE book (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	year INTEGER NOT NULL,
	balances TEXT NOT NULL,
	entries INTEGER NOT NULL,
	receipts INTEGER NOT NULL,
	vouchers INTEGER NOT NULL,
	head TEXT NOT NULL,
	PRIMARY KEY (organisation, year)
) STRICT, WITHOUT ROWID;

INSERT INTO book (organisation, year, balances, entries, receipts, vouchers, head)
SELECT organisation, year,
	(SELECT json_group_object(account, fen) FROM (
		SELECT line.value ->> 0 AS account, sum(line.value ->> 1) AS fen FROM entry AS one, json_each(one.lines) AS line
		WHERE one.organisation = entry.organisation AND one.year = entry.year GROUP BY 1)),
	count(*), count(*) FILTER (WHERE series = 'in'), count(*) FILTER (WHERE series = 'out'), ''
FROM entry GROUP BY organisation, year;

-- An entry is posted balanced, at its place and with its hash, and never changes. Only what was posted before there was a
-- chain is given its hashes, once.
CREATE TRIGGER entry_balances BEFORE INSERT ON entry
WHEN new.position < 1 OR new.before IS NULL OR new.hash IS NULL OR json_array_length(new.lines) < 2
	OR (SELECT sum(value ->> 1) FROM json_each(new.lines)) <> 0
BEGIN SELECT RAISE(ABORT, 'an entry must balance and stand in its chain'); END;
CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
WHEN old.hash IS NOT NULL OR new.hash IS NULL OR new.before IS NULL
	OR json_array(new.organisation, new.id, new.year, new.series, new.number, new.day, new.amount, new.kind, new.purpose, new.person,
		new.party, new.method, new.reverses, new.made_by, new.made_from, new.lines, new.position, new.years, new.activity,
		new.approver, new.fund)
	<> json_array(old.organisation, old.id, old.year, old.series, old.number, old.day, old.amount, old.kind, old.purpose, old.person,
		old.party, old.method, old.reverses, old.made_by, old.made_from, old.lines, old.position, old.years, old.activity,
		old.approver, old.fund)
BEGIN SELECT RAISE(ABORT, 'a posted entry never changes'); END;

-- The end of a month ('2026-03') or a year ('2026'): nothing is posted into it any more. `head` and `balances` are those at
-- that moment.
CREATE TABLE settlement (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	period TEXT NOT NULL,
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	head TEXT NOT NULL,
	balances TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, period)
) STRICT, WITHOUT ROWID;
