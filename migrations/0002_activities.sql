-- Something an association did on a day. `came` is a JSON list of the attending members' ids, derived from attendance
-- with every write, so that the roster page reads it in one row.
CREATE TABLE activity (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	place TEXT,
	heads INTEGER CHECK (heads >= 0),
	handed_out TEXT,
	cost INTEGER CHECK (cost >= 0),
	outcome TEXT,
	came TEXT NOT NULL DEFAULT '[]',
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_day ON activity (organisation, day, id);

-- A member came to an activity.
CREATE TABLE attendance (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	person TEXT NOT NULL REFERENCES person (id),
	PRIMARY KEY (organisation, activity, person),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_person ON attendance (organisation, person);

-- An association's year of activities in kept figures, recounted from its rows with every write. `days` is a JSON list
-- of the days on which something was held, in order: the year ruler and the key days need no more. `months` is a JSON list
-- of twelve counts.
CREATE TABLE activity_year (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	year INTEGER NOT NULL,
	held INTEGER NOT NULL,
	heads INTEGER NOT NULL,
	cost INTEGER NOT NULL,
	days TEXT NOT NULL,
	months TEXT NOT NULL,
	PRIMARY KEY (organisation, year)
) STRICT, WITHOUT ROWID;
