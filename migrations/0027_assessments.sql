-- Marks by assessors. What is marked is fixed with the wave: each item with its most points, or as a veto 一票否决. An assessor
-- stands above the unit and signs with their name; there is one row for each unit and assessor, rewritten until the wave is closed there.
ALTER TABLE wave ADD COLUMN criteria TEXT;

CREATE TABLE assessment (
	wave TEXT NOT NULL REFERENCES wave (id),
	unit TEXT NOT NULL REFERENCES organisation (id),
	assessor TEXT NOT NULL,
	marks TEXT NOT NULL,
	PRIMARY KEY (wave, unit, assessor)
) STRICT, WITHOUT ROWID;
