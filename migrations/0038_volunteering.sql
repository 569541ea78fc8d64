-- Somebody gave their time as a volunteer: how long, at which activity or at what. By person first: a year's sum is asked of a person.
CREATE TABLE volunteering (
	person TEXT NOT NULL REFERENCES person (id),
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
	what TEXT NOT NULL,
	activity TEXT,
	made_by TEXT NOT NULL,
	PRIMARY KEY (person, organisation, id)
) STRICT, WITHOUT ROWID;
-- A year's list of an organisation.
CREATE INDEX volunteering_day ON volunteering (organisation, day);
