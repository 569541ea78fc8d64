-- The day by which those below an organisation file their plans of a year; the nearest one above counts.
CREATE TABLE plan_deadline (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	year INTEGER NOT NULL,
	day TEXT NOT NULL,
	PRIMARY KEY (organisation, year)
) STRICT, WITHOUT ROWID;

-- Something that an organisation means to do in a year: on a day, or within a month (from its first day to its last). key_day: the
-- key day it is for. revised: the id of the last change of it. What becomes of it is told by other rows.
CREATE TABLE plan_item (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	year INTEGER NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	first_day TEXT NOT NULL,
	last_day TEXT NOT NULL CHECK (last_day >= first_day),
	key_day TEXT,
	place TEXT,
	budget INTEGER CHECK (budget >= 0),
	helpers TEXT,
	revised TEXT NOT NULL DEFAULT '',
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_item_year ON plan_item (organisation, year, first_day);

-- A plan filed for the round-th time. items: what was filed, as JSON.
CREATE TABLE submission (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	year INTEGER NOT NULL,
	round INTEGER NOT NULL,
	id TEXT NOT NULL,
	filed_on TEXT NOT NULL,
	items TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, year, round)
) STRICT, WITHOUT ROWID;

-- What ended a round: the level above approved or returned it, or the organisation itself withdrew it before that. Its key is what
-- stops a second one.
CREATE TABLE review (
	organisation TEXT NOT NULL,
	year INTEGER NOT NULL,
	round INTEGER NOT NULL,
	id TEXT NOT NULL,
	outcome TEXT NOT NULL CHECK (outcome IN ('approved', 'returned', 'withdrawn')),
	day TEXT NOT NULL,
	note TEXT,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, year, round),
	FOREIGN KEY (organisation, year, round) REFERENCES submission (organisation, year, round)
) STRICT, WITHOUT ROWID;

-- What a review said of an item, as it was filed in that round.
CREATE TABLE plan_comment (
	organisation TEXT NOT NULL,
	year INTEGER NOT NULL,
	round INTEGER NOT NULL,
	item TEXT NOT NULL,
	said TEXT NOT NULL,
	PRIMARY KEY (organisation, year, round, item),
	FOREIGN KEY (organisation, year, round) REFERENCES review (organisation, year, round)
) STRICT, WITHOUT ROWID;

-- Plans that wait for an answer, by who stands above: as long as a round has no review.
CREATE TABLE plan_waiting (
	above TEXT NOT NULL,
	organisation TEXT NOT NULL,
	year INTEGER NOT NULL,
	round INTEGER NOT NULL,
	filed_on TEXT NOT NULL,
	PRIMARY KEY (above, organisation, year)
) STRICT, WITHOUT ROWID;

-- A change of a plan after it was approved: an item added, changed or dropped, on a day and with a reason. "before" and "after" hold
-- the item as JSON; null where there was none, or is none any more.
CREATE TABLE amendment (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	year INTEGER NOT NULL,
	id TEXT NOT NULL,
	item TEXT NOT NULL,
	act TEXT NOT NULL CHECK (act IN ('added', 'changed', 'dropped')),
	day TEXT NOT NULL,
	reason TEXT NOT NULL,
	"before" TEXT,
	"after" TEXT,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, year, id)
) STRICT, WITHOUT ROWID;

-- What became of an item of a plan: the activities that carry it out.
CREATE INDEX activity_plan_item ON activity (organisation, plan_item) WHERE plan_item IS NOT NULL;

-- What an association shows of the plans below it in a year, a row for each directly below and one under no name for all: how many
-- plans are in which state, and what became of their items. Made anew as a whole, by night and when a reader finds it older than an
-- hour. state: of the row's own plan. plans, things: by state, the very plans and items that were counted, JSON.
CREATE TABLE plan_board (
	parent TEXT NOT NULL REFERENCES organisation (id),
	year INTEGER NOT NULL,
	name TEXT NOT NULL,
	organisation TEXT NOT NULL REFERENCES organisation (id),
	state TEXT NOT NULL,
	units INTEGER NOT NULL,
	draft INTEGER NOT NULL,
	overdue INTEGER NOT NULL,
	filed INTEGER NOT NULL,
	returned INTEGER NOT NULL,
	approved INTEGER NOT NULL,
	amended INTEGER NOT NULL,
	done INTEGER NOT NULL,
	missed INTEGER NOT NULL,
	dropped INTEGER NOT NULL,
	due INTEGER NOT NULL,
	plans TEXT NOT NULL,
	things TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (parent, year, name, organisation)
) STRICT, WITHOUT ROWID;
