-- Who came, by half-day, in which way they were marked, and what an activity was planned as.

-- The item of the organisation's plan that this activity carries out.
ALTER TABLE activity ADD COLUMN plan_item TEXT;

-- Somebody came to a half-day of an activity: session is its number, 1 where an activity has only one. way: tapped on the
-- roll, the changing code scanned, keyed in from the signed sheet, entered at the door. proxy: signed for by another 代签. at, tap: when (in
-- milliseconds) and under which id they were marked; of two taps on one name the later counts, see `absence`.
-- Nothing hangs on the rebuilt table, and no row of it may be lost.
CREATE TABLE attendance_by_session (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	session INTEGER NOT NULL DEFAULT 1 CHECK (session BETWEEN 1 AND 20),
	person TEXT NOT NULL REFERENCES person (id),
	way TEXT NOT NULL DEFAULT 'tap' CHECK (way IN ('tap', 'code', 'sheet', 'door')),
	proxy INTEGER NOT NULL DEFAULT 0 CHECK (proxy IN (0, 1)),
	at INTEGER NOT NULL DEFAULT 0,
	tap TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (organisation, activity, session, person),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;
INSERT INTO attendance_by_session (organisation, activity, person) SELECT organisation, activity, person FROM attendance;
DROP TABLE attendance;
ALTER TABLE attendance_by_session RENAME TO attendance;
-- What somebody came to, whichever organisation held it.
CREATE INDEX attendance_person ON attendance (person, organisation, activity);

-- A name that was ticked and then taken off again, with the tap that did so: a tap that was made before and arrives later,
-- from a phone that was without network, must not put it back.
CREATE TABLE absence (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	session INTEGER NOT NULL,
	person TEXT NOT NULL REFERENCES person (id),
	at INTEGER NOT NULL,
	tap TEXT NOT NULL,
	PRIMARY KEY (organisation, activity, session, person),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;
