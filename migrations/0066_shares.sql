-- What the level above asks of the dues of those directly below it, in hundredths of a percent, from a day on.
CREATE TABLE share_rule (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	from_day TEXT NOT NULL,
	rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 10000),
	PRIMARY KEY (organisation, from_day)
) STRICT, WITHOUT ROWID;

-- A share on its way up: said to be passed by those below, and in neither book before those above say that it came. `above` leads
-- the key: they look for all that comes to them, and those below know who stands above them.
CREATE TABLE share (
	above TEXT NOT NULL REFERENCES organisation (id),
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	year INTEGER NOT NULL,
	amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 1000000000),
	method TEXT NOT NULL CHECK (method IN ('cash', 'transfer')),
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (above, organisation, id)
) STRICT, WITHOUT ROWID;

-- What became of it: received (and then it stands in both books, as a voucher under `share` and a receipt under `id`), declined, or
-- taken back by those below. The key lets one thing happen.
CREATE TABLE share_end (
	above TEXT NOT NULL,
	organisation TEXT NOT NULL,
	share TEXT NOT NULL,
	id TEXT NOT NULL,
	outcome TEXT NOT NULL CHECK (outcome IN ('received', 'declined', 'taken-back')),
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (above, organisation, share),
	FOREIGN KEY (above, organisation, share) REFERENCES share (above, organisation, id)
) STRICT, WITHOUT ROWID;
