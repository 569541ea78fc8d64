-- Activities put down ahead of their day, and held by several together.

-- announced_on: the day on which an activity was put down ahead; null where it was recorded after it had been held.
ALTER TABLE activity ADD COLUMN announced_on TEXT;
-- How many were helped by it, as a number; never who.
ALTER TABLE activity ADD COLUMN beneficiaries INTEGER CHECK (beneficiaries >= 0);

-- An activity was put off, from one day to another.
CREATE TABLE postponement (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	id TEXT NOT NULL,
	from_day TEXT NOT NULL,
	to_day TEXT NOT NULL,
	reason TEXT NOT NULL,
	made_by TEXT NOT NULL,
	PRIMARY KEY (organisation, activity, id),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;

-- An activity that was announced is not held.
CREATE TABLE cancellation (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	day TEXT NOT NULL,
	reason TEXT NOT NULL,
	made_by TEXT NOT NULL,
	PRIMARY KEY (organisation, activity),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;

-- Another organisation is asked to hold an activity together with the one that put it down. It goes when somebody answers.
CREATE TABLE invitation (
	holder TEXT NOT NULL REFERENCES organisation (id),
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	PRIMARY KEY (holder, organisation, activity),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_activity ON invitation (organisation, activity);

-- Another organisation that holds it: the activity stands in its list and year as well, and counts once above both.
CREATE TABLE co_holder (
	holder TEXT NOT NULL REFERENCES organisation (id),
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	PRIMARY KEY (holder, organisation, activity),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX co_holder_activity ON co_holder (organisation, activity);

-- The half-days of an activity that has several, in order; `half` is 'morning', 'afternoon' or 'evening'.
CREATE TABLE activity_session (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 20),
	day TEXT NOT NULL,
	half TEXT NOT NULL CHECK (half IN ('morning', 'afternoon', 'evening')),
	PRIMARY KEY (organisation, activity, number),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;

-- Somebody came who is on nobody's roll: counted and not named. application: where they asked to join.
CREATE TABLE walk_in (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	id TEXT NOT NULL,
	session INTEGER NOT NULL,
	people INTEGER NOT NULL CHECK (people > 0),
	application TEXT,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, activity, id),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;

-- The numbers of an activity's sign-in sheet: a JSON list of people, the first is number 1. Only ever added to, so that a sheet
-- once printed stays right.
CREATE TABLE numbering (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	people TEXT NOT NULL,
	PRIMARY KEY (organisation, activity),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;

-- How often somebody said wrongly who they are when checking in: the ceiling that whoever guesses can't go past.
CREATE TABLE misses (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	missed INTEGER NOT NULL,
	PRIMARY KEY (organisation, activity)
) STRICT, WITHOUT ROWID;

-- The kept figures of a year take in what was held together with others. hosted, hosted_months: of that, what the organisation
-- itself put down; sums above several organisations rest on these. ahead: what is announced and neither held nor cancelled, as
-- a JSON list of [day, organisation, activity].
ALTER TABLE activity_year ADD COLUMN hosted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE activity_year ADD COLUMN hosted_months TEXT NOT NULL DEFAULT '[0,0,0,0,0,0,0,0,0,0,0,0]';
ALTER TABLE activity_year ADD COLUMN ahead TEXT NOT NULL DEFAULT '[]';
UPDATE activity_year SET hosted = held, hosted_months = months;
