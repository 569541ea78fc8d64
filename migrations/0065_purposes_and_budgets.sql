-- Money that may only be used for what it was given for: `uses` lists the accounts it may be used for, empty where its words say it
-- all. What came in and went out of it are entries that carry its id; what is left stands in the books' balances as `fund:` and the id.
CREATE TABLE fund (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	giver TEXT,
	uses TEXT NOT NULL,
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- A year's plan of what comes in and what it is used for, by account, in fen. What it was before stands in `change`.
CREATE TABLE budget (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	year INTEGER NOT NULL,
	lines TEXT NOT NULL,
	day TEXT NOT NULL,
	PRIMARY KEY (organisation, year)
) STRICT, WITHOUT ROWID;
