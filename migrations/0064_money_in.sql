-- A register of money, or a bank's or wallet's statement, comes in as registers do. The three tables are laid anew for the wider
-- check, the children first in going, so that no row of theirs is ever without its parent.
CREATE TABLE intake_of_kinds (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	what TEXT NOT NULL CHECK (what IN ('members', 'organisations', 'money')),
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
CREATE TABLE chunk_of_kinds (
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
	FOREIGN KEY (organisation, intake) REFERENCES intake_of_kinds (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE end_of_kinds (
	organisation TEXT NOT NULL,
	intake TEXT NOT NULL,
	outcome TEXT NOT NULL CHECK (outcome IN ('finished', 'undone')),
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, intake, outcome),
	FOREIGN KEY (organisation, intake) REFERENCES intake_of_kinds (organisation, id)
) STRICT, WITHOUT ROWID;

INSERT INTO intake_of_kinds (organisation, id, what, file, digest, lines, chunks, columns, day, made_at, made_by, made_from)
SELECT organisation, id, what, file, digest, lines, chunks, columns, day, made_at, made_by, made_from FROM intake;
INSERT INTO chunk_of_kinds (organisation, intake, number, rows, places, counts, undone, day, made_from)
SELECT organisation, intake, number, rows, places, counts, undone, day, made_from FROM intake_chunk;
INSERT INTO end_of_kinds (organisation, intake, outcome, day, made_by, made_from)
SELECT organisation, intake, outcome, day, made_by, made_from FROM intake_end;

DROP TABLE intake_end;
DROP TABLE intake_chunk;
DROP TABLE intake;
ALTER TABLE intake_of_kinds RENAME TO intake;
ALTER TABLE chunk_of_kinds RENAME TO intake_chunk;
ALTER TABLE end_of_kinds RENAME TO intake_end;
