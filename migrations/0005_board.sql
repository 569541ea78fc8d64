-- What an association shows of those directly below it, a row each: the kept figures of a year summed over all that lies
-- under each of them. It is made anew as a whole, by night and when a reader finds it older than an hour; `at` says when.
-- months: twelve counts of activities, JSON. strata: [satisfied, answered, adults, target, own] of each survey closed there.
-- quiet: organisations without any below them that had no activity, no dues and no survey in the year.
CREATE TABLE board (
	parent TEXT NOT NULL REFERENCES organisation (id),
	year INTEGER NOT NULL,
	name TEXT NOT NULL,
	organisation TEXT NOT NULL REFERENCES organisation (id),
	below INTEGER NOT NULL,
	quiet INTEGER NOT NULL,
	members INTEGER NOT NULL,
	owing INTEGER NOT NULL,
	paid INTEGER NOT NULL,
	held INTEGER NOT NULL,
	months TEXT NOT NULL,
	strata TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (parent, year, name, organisation)
) STRICT, WITHOUT ROWID;
