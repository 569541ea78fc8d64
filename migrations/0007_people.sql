-- People: groups and households, moving between organisations, tags and further fields, one person entered twice, erasure.

-- A group of an association's members; its leader holds the post 'group-leader' with `part` naming the group.
CREATE TABLE small_group (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	from_day TEXT NOT NULL,
	to_day TEXT,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
ALTER TABLE holder ADD COLUMN part TEXT;

-- A household that a member keeps in touch with: the name of whoever speaks for it, and where it lives.
CREATE TABLE household (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	address TEXT,
	contact TEXT REFERENCES person (id),
	from_day TEXT NOT NULL,
	to_day TEXT,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- The households of a member, and those without one: read with every member's page, written once for each household.
CREATE INDEX household_contact ON household (organisation, contact, name) WHERE to_day IS NULL;

-- tags: JSON list of tag ids. carried: years paid in the organisation that a member came from, as `paid`; both are shown as paid.
ALTER TABLE membership ADD COLUMN small_group TEXT;
ALTER TABLE membership ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE membership ADD COLUMN carried TEXT NOT NULL DEFAULT '{}';
ALTER TABLE membership ADD COLUMN came_from TEXT REFERENCES organisation (id);
ALTER TABLE membership ADD COLUMN went_to TEXT REFERENCES organisation (id);

-- What a root lets its members be marked with. A tag that is ended stays on those who have it, and is offered no more.
CREATE TABLE tag (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('volunteer', 'skill')),
	zh TEXT NOT NULL,
	en TEXT NOT NULL,
	to_day TEXT,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- Up to ten further fields that a root defines. person.further: JSON object field id -> value, as text (a number as number).
CREATE TABLE further_field (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	sort INTEGER NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'day', 'choice')),
	zh TEXT NOT NULL,
	en TEXT NOT NULL,
	choices TEXT NOT NULL DEFAULT '[]',
	to_day TEXT,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
ALTER TABLE person ADD COLUMN further TEXT NOT NULL DEFAULT '{}';

-- A member goes from one organisation to another: offered here, and received, declined or taken back there.
CREATE TABLE transfer (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	person TEXT NOT NULL REFERENCES person (id),
	receiver TEXT NOT NULL REFERENCES organisation (id),
	note TEXT,
	offered_on TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX transfer_receiver ON transfer (receiver, id);
-- A transfer that nobody has answered yet; it goes when somebody does. A member is on the way to one place at a time.
CREATE TABLE transfer_waiting (
	organisation TEXT NOT NULL,
	person TEXT NOT NULL REFERENCES person (id),
	transfer TEXT NOT NULL,
	receiver TEXT NOT NULL REFERENCES organisation (id),
	PRIMARY KEY (organisation, person),
	FOREIGN KEY (organisation, transfer) REFERENCES transfer (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX transfer_waiting_receiver ON transfer_waiting (receiver);
CREATE TABLE transfer_end (
	organisation TEXT NOT NULL,
	transfer TEXT NOT NULL,
	outcome TEXT NOT NULL CHECK (outcome IN ('received', 'declined', 'taken-back')),
	day TEXT NOT NULL,
	reason TEXT,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, transfer),
	FOREIGN KEY (organisation, transfer) REFERENCES transfer (organisation, id)
) STRICT, WITHOUT ROWID;

-- One person entered twice. `gone` becomes `kept`; moved: every key that was rewritten, JSON, so that it can be undone.
-- person.same_as names whom a gone person now is; what can't be rewritten (posted entries) finds the name by it.
ALTER TABLE person ADD COLUMN same_as TEXT REFERENCES person (id);
CREATE INDEX person_same_as ON person (same_as) WHERE same_as IS NOT NULL;
CREATE TABLE joining (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	kept TEXT NOT NULL REFERENCES person (id),
	gone TEXT NOT NULL REFERENCES person (id),
	moved TEXT NOT NULL,
	joined_on TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX joining_kept ON joining (kept);
CREATE TABLE separation (
	organisation TEXT NOT NULL,
	joining TEXT NOT NULL,
	separated_on TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, joining),
	FOREIGN KEY (organisation, joining) REFERENCES joining (organisation, id)
) STRICT, WITHOUT ROWID;
-- Two that look alike and are not the same, as somebody decided: they are proposed no more. one < other.
CREATE TABLE distinct_pair (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	one TEXT NOT NULL REFERENCES person (id),
	other TEXT NOT NULL REFERENCES person (id),
	decided_on TEXT NOT NULL,
	made_by TEXT NOT NULL,
	PRIMARY KEY (organisation, one, other)
) STRICT, WITHOUT ROWID;

-- Agreement to keep contact details, and its withdrawal: each a row.
CREATE TABLE consent (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	person TEXT NOT NULL REFERENCES person (id),
	id TEXT NOT NULL,
	what TEXT NOT NULL CHECK (what IN ('given', 'withdrawn')),
	day TEXT NOT NULL,
	how TEXT NOT NULL,
	made_by TEXT,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, person, id)
) STRICT, WITHOUT ROWID;

-- A person's name and details were erased at their wish: what is left is a row without a name that amounts and counts rest on.
ALTER TABLE person ADD COLUMN erased_on TEXT;
CREATE TABLE erasure (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	person TEXT NOT NULL REFERENCES person (id),
	erased_on TEXT NOT NULL,
	touched TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX erasure_person ON erasure (person);
