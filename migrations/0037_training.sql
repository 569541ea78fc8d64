-- Training: what is taught, who has to be trained in it and how often, and where somebody was reached.

-- What is taught, as the root defines it. 'year' is the training that everybody is to have, whatever it is about: every activity
-- of that kind counts for it, and everything that teaches a topic.
CREATE TABLE topic (
	id TEXT PRIMARY KEY,
	zh TEXT NOT NULL,
	en TEXT NOT NULL,
	made_from TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO topic VALUES ('year', '年度培训', 'Yearly training', 'delivered');

-- Who has to be trained in a topic, from a year on: whom is a JSON list of posts and 'member' (nobody: no longer required), years
-- within how many calendar years, the present one included; target in percent.
CREATE TABLE requirement (
	topic TEXT NOT NULL REFERENCES topic (id),
	from_year INTEGER NOT NULL,
	years INTEGER NOT NULL CHECK (years BETWEEN 1 AND 5),
	whom TEXT NOT NULL,
	target INTEGER NOT NULL CHECK (target BETWEEN 1 AND 100),
	PRIMARY KEY (topic, from_year)
) STRICT, WITHOUT ROWID;
INSERT INTO requirement VALUES ('year', 1900, 1,
	'["member","chair","vice-chair","secretary-general","council-member","group-leader","staff"]', 95);

-- What an activity teaches, of whatever kind it is: whoever came to it is trained. It may outlast an activity that was taken back, and
-- then stands for nothing.
CREATE TABLE taught (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	topic TEXT NOT NULL REFERENCES topic (id),
	PRIMARY KEY (organisation, activity, topic)
) STRICT, WITHOUT ROWID;

-- Somebody was trained elsewhere, with what shows it. By person first: whoever asks whether somebody was reached asks everywhere.
CREATE TABLE trained_elsewhere (
	person TEXT NOT NULL REFERENCES person (id),
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	topic TEXT NOT NULL REFERENCES topic (id),
	day TEXT NOT NULL,
	evidence TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (person, organisation, id)
) STRICT, WITHOUT ROWID;

-- What a home shows of an organisation's own people: any training, this year. Made anew behind a reader's back when it is an hour old, or
-- stale: somebody came to something, or was noted, since.
CREATE TABLE training_now (
	organisation TEXT PRIMARY KEY REFERENCES organisation (id),
	owed INTEGER NOT NULL,
	reached INTEGER NOT NULL,
	target INTEGER NOT NULL,
	day TEXT NOT NULL,
	at INTEGER NOT NULL,
	stale INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TRIGGER training_came AFTER INSERT ON attendance BEGIN
	UPDATE training_now SET stale = 1 WHERE organisation = NEW.organisation AND stale = 0; END;
CREATE TRIGGER training_uncame AFTER DELETE ON attendance BEGIN
	UPDATE training_now SET stale = 1 WHERE organisation = OLD.organisation AND stale = 0; END;
CREATE TRIGGER training_noted AFTER INSERT ON trained_elsewhere BEGIN
	UPDATE training_now SET stale = 1 WHERE organisation = NEW.organisation AND stale = 0; END;
CREATE TRIGGER training_unnoted AFTER DELETE ON trained_elsewhere BEGIN
	UPDATE training_now SET stale = 1 WHERE organisation = OLD.organisation AND stale = 0; END;

-- The snapshot that boards of training rest on: of each organisation the people who had to be trained, by topic as JSON
-- {topic: [[reached …], [not reached …]]} of their ids, and where it stood then, so that a figure and its names stay together.
CREATE TABLE training_unit (
	organisation TEXT PRIMARY KEY REFERENCES organisation (id),
	path TEXT NOT NULL,
	people TEXT NOT NULL,
	at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX training_unit_path ON training_unit (path);
-- What an association shows of those below it, a row for each directly below and one under no name for all, itself included: figures
-- is JSON {topic: [owed, reached]}, counted from the units of the same moment; at is the oldest of them.
CREATE TABLE training_board (
	parent TEXT NOT NULL REFERENCES organisation (id),
	name TEXT NOT NULL,
	organisation TEXT NOT NULL REFERENCES organisation (id),
	figures TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (parent, name, organisation)
) STRICT, WITHOUT ROWID;
