-- Figures of a tree. A wave may ask many units, a tally each; its closing ends it in all of them at once, and writes what may
-- be seen at every node of its tree: the published tables, from which every figure is worked out. What is withheld isn't there.
-- satisfied, answered: the same for boards; null where they are withheld. print: SHA-256 of `tables`, for whoever checks them.
CREATE TABLE published (
	node TEXT NOT NULL REFERENCES organisation (id),
	wave TEXT NOT NULL REFERENCES wave (id),
	closed_on TEXT NOT NULL,
	digest TEXT NOT NULL,
	satisfied INTEGER,
	answered INTEGER,
	tables TEXT NOT NULL,
	print TEXT NOT NULL,
	PRIMARY KEY (node, wave)
) STRICT, WITHOUT ROWID;
