-- A wave of many units is closed in parts, each a short request. `sealing` stands while that goes on: from its first moment no
-- answer is taken, and nothing is published until the last part, which writes all closings and published tables at once and
-- takes these rows away. `plan` holds the tree as it stood and which units are counted in which part.
CREATE TABLE sealing (
	wave TEXT PRIMARY KEY REFERENCES wave (id),
	id TEXT NOT NULL,
	closed_on TEXT NOT NULL,
	closed_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	plan TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What one part made: some units' counts in rows of numbers and their lines of the digest, or the tables of some nodes.
CREATE TABLE sealing_part (
	wave TEXT NOT NULL REFERENCES sealing (wave),
	part INTEGER NOT NULL,
	counted TEXT,
	lines TEXT,
	sheets TEXT,
	PRIMARY KEY (wave, part)
) STRICT, WITHOUT ROWID;
