-- The tree's life: kinds as data, and what every organisation was on any day.

-- A kind of organisation. `covers`: a place of this kind should have an association, so coverage counts it.
CREATE TABLE kind (
	id TEXT PRIMARY KEY,
	zh TEXT NOT NULL,
	en TEXT NOT NULL,
	sort INTEGER NOT NULL,
	covers INTEGER NOT NULL DEFAULT 0 CHECK (covers IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO kind VALUES
	('district', '区', 'district', 10, 0),
	('township', '镇（街道）', 'township', 20, 0),
	('village', '村（社区）', 'village', 30, 1),
	('enterprise', '企业', 'enterprise', 40, 0),
	('migrants', '流动人口协会', 'migrants’ association', 50, 0),
	('association', '协会', 'association', 60, 0);

-- Which kind may stand under which; '' is the root's place.
CREATE TABLE kind_under (
	kind TEXT NOT NULL REFERENCES kind (id),
	above TEXT NOT NULL,
	PRIMARY KEY (kind, above)
) STRICT, WITHOUT ROWID;
INSERT INTO kind_under VALUES
	('district', ''), ('township', ''), ('village', ''), ('enterprise', ''), ('migrants', ''), ('association', ''),
	('township', 'district'), ('village', 'district'), ('enterprise', 'district'), ('migrants', 'district'), ('association', 'district'),
	('village', 'township'), ('enterprise', 'township'), ('migrants', 'township'), ('association', 'township'),
	('enterprise', 'village'), ('migrants', 'village'), ('association', 'village'),
	('association', 'association');

-- An organisation's row holds how it stands now. A practice village is marked on every page and left out of every count.
ALTER TABLE organisation ADD COLUMN status TEXT NOT NULL DEFAULT 'active'
	CHECK (status IN ('unfounded', 'active', 'standardising', 'deregistered'));
ALTER TABLE organisation ADD COLUMN practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1));

-- A stage of an organisation's life: what it was from one day until another, and the act that began it. The acts of an
-- organisation's life are entered once they have happened, so the row of `organisation` is its latest stage.
-- id is the id of the act's form; an act that moves a whole subtree begins a stage of the same id for each of it.
CREATE TABLE stage (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	from_day TEXT NOT NULL,
	to_day TEXT,
	act TEXT NOT NULL,
	reason TEXT,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	parent TEXT,
	path TEXT NOT NULL,
	status TEXT NOT NULL,
	made_by TEXT,
	made_at INTEGER NOT NULL,
	-- The stage that this one ended, so that it can be taken back.
	follows TEXT,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stage_path ON stage (path, from_day);
-- What stood before stages were kept has stood since 1900, as far as anybody can tell.
INSERT INTO stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at)
	SELECT id, id, '1900-01-01', 'entered', name, kind, parent, path, 'active', unixepoch() FROM organisation;

-- How many members an organisation had from each day on which that changed, as JSON [[day, members, women], …], the latest
-- first, made anew with every write: how many it had on any day is the first of them that isn't later.
CREATE TABLE membership_days (
	organisation TEXT PRIMARY KEY REFERENCES organisation (id),
	days TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO membership_days (organisation, days)
	SELECT organisation, json_group_array(json_array(day, members, women) ORDER BY day DESC) FROM (
		SELECT organisation, day, sum(sum(step)) OVER the_days AS members, sum(sum(step * woman)) OVER the_days AS women FROM (
			SELECT organisation, from_day AS day, 1 AS step, coalesce(sex = 'female', 0) AS woman
				FROM membership JOIN person ON person.id = person
			UNION ALL SELECT organisation, to_day, -1, coalesce(sex = 'female', 0)
				FROM membership JOIN person ON person.id = person WHERE to_day IS NOT NULL)
		GROUP BY organisation, day WINDOW the_days AS (PARTITION BY organisation ORDER BY day))
	GROUP BY organisation;

-- Members of that year on the register only: nothing paid, nothing attended, no post in that year and the one before.
ALTER TABLE standing ADD COLUMN register_only INTEGER NOT NULL DEFAULT 0;

-- Two associations become one: `organisation` goes on, `gone` is deregistered. moved: what went over, as counts, JSON.
CREATE TABLE merger (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	gone TEXT NOT NULL REFERENCES organisation (id),
	day TEXT NOT NULL,
	reason TEXT NOT NULL,
	moved TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX merger_gone ON merger (gone);

-- Groups leave an association to become one of their own: `organisation` is the one they leave.
CREATE TABLE split (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	made TEXT NOT NULL REFERENCES organisation (id),
	day TEXT NOT NULL,
	reason TEXT NOT NULL,
	moved TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX split_made ON split (made);
