-- Two records of one person may both stand on one receipt, for the same year. Joined, they are one person with two amounts: the
-- record that the receipt knew is part of the key, so that neither is lost.
CREATE TABLE allocation_of_record (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	person TEXT NOT NULL REFERENCES person (id),
	year INTEGER NOT NULL,
	entry TEXT NOT NULL,
	record TEXT NOT NULL,
	amount INTEGER NOT NULL,
	PRIMARY KEY (organisation, person, year, entry, record)
) STRICT, WITHOUT ROWID;
INSERT INTO allocation_of_record (organisation, person, year, entry, record, amount)
SELECT organisation, person, year, entry, person, amount FROM allocation;
DROP TABLE allocation;
ALTER TABLE allocation_of_record RENAME TO allocation;
