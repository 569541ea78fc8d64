-- A circular 通知: what an organisation tells those below it, and what it asks of them by a day. One row, however many it goes to: kinds
-- and units are JSON lists of ids, null for all; a unit stands for itself and all below it. recipients: how many there were when it was sent.
-- figures: what came back, as JSON, recounted with every reading and answer.
CREATE TABLE circular (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	sent_on TEXT NOT NULL,
	title TEXT NOT NULL,
	body TEXT NOT NULL,
	asks TEXT NOT NULL CHECK (asks IN ('reading', 'yes-no', 'text', 'number')),
	question TEXT,
	due_day TEXT,
	kinds TEXT,
	units TEXT,
	recipients INTEGER NOT NULL,
	figures TEXT NOT NULL DEFAULT '{"read":0,"answered":0,"late":0,"yes":0,"sum":0}',
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX circular_sent ON circular (organisation, sent_on, id);

-- A circular was opened by somebody who holds a post in a recipient; sender: who sent it.
CREATE TABLE circular_reading (
	sender TEXT NOT NULL,
	circular TEXT NOT NULL,
	organisation TEXT NOT NULL REFERENCES organisation (id),
	day TEXT NOT NULL,
	read_by TEXT NOT NULL,
	PRIMARY KEY (sender, circular, organisation),
	FOREIGN KEY (sender, circular) REFERENCES circular (organisation, id)
) STRICT, WITHOUT ROWID;

-- What a recipient answered. It may be corrected until the day; what it was before stands with the changes.
CREATE TABLE circular_answer (
	sender TEXT NOT NULL,
	circular TEXT NOT NULL,
	organisation TEXT NOT NULL REFERENCES organisation (id),
	said TEXT NOT NULL,
	day TEXT NOT NULL,
	made_by TEXT NOT NULL,
	PRIMARY KEY (sender, circular, organisation),
	FOREIGN KEY (sender, circular) REFERENCES circular (organisation, id)
) STRICT, WITHOUT ROWID;

-- A circular taken back: nothing is asked by it any more.
CREATE TABLE circular_withdrawal (
	sender TEXT NOT NULL,
	circular TEXT NOT NULL,
	day TEXT NOT NULL,
	reason TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (sender, circular),
	FOREIGN KEY (sender, circular) REFERENCES circular (organisation, id)
) STRICT, WITHOUT ROWID;
