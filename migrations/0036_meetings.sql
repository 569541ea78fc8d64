-- Meetings: a council's, or an assembly of all members. Called, held with a roll, minuted, signed off.

-- What makes a meeting good, by kind and from a day on: how many of those with a vote must be there, how many of those there must
-- be for a resolution, and whether somebody signed for by another counts as being there. 'half' is more than half, 'two-thirds'
-- two thirds at least. The first rows say what the model statute for associations says.
CREATE TABLE meeting_rule (
	kind TEXT NOT NULL CHECK (kind IN ('council', 'assembly')),
	from_day TEXT NOT NULL,
	quorum TEXT NOT NULL CHECK (quorum IN ('half', 'two-thirds')),
	majority TEXT NOT NULL CHECK (majority IN ('half', 'two-thirds')),
	proxies INTEGER NOT NULL CHECK (proxies IN (0, 1)),
	PRIMARY KEY (kind, from_day)
) STRICT, WITHOUT ROWID;
INSERT INTO meeting_rule VALUES
	('council', '1900-01-01', 'two-thirds', 'two-thirds', 0),
	('assembly', '1900-01-01', 'two-thirds', 'half', 0);

-- A meeting as it was called. Once its roll is called it is an activity under the same id, whose day, title and place hold from
-- then on. agenda: JSON list of [what it is about, what was said of it or null], in order.
CREATE TABLE meeting (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('council', 'assembly')),
	title TEXT NOT NULL,
	day TEXT NOT NULL,
	time TEXT,
	place TEXT NOT NULL,
	agenda TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- A meeting that was called and will not be held.
CREATE TABLE calling_off (
	organisation TEXT NOT NULL,
	meeting TEXT NOT NULL,
	day TEXT NOT NULL,
	reason TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, meeting),
	FOREIGN KEY (organisation, meeting) REFERENCES meeting (organisation, id)
) STRICT, WITHOUT ROWID;

-- What was put to the vote: item is the place of the agenda's item from 1 on, share what of those there had to be for it.
CREATE TABLE resolution (
	organisation TEXT NOT NULL,
	meeting TEXT NOT NULL,
	id TEXT NOT NULL,
	item INTEGER,
	text TEXT NOT NULL,
	share TEXT NOT NULL CHECK (share IN ('half', 'two-thirds')),
	votes_for INTEGER NOT NULL CHECK (votes_for >= 0),
	votes_against INTEGER NOT NULL CHECK (votes_against >= 0),
	abstained INTEGER NOT NULL CHECK (abstained >= 0),
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, meeting, id),
	FOREIGN KEY (organisation, meeting) REFERENCES meeting (organisation, id)
) STRICT, WITHOUT ROWID;

-- The minutes as they were signed off: all of them as JSON (people by their ids), and a keyed digest of that. From then on
-- nothing of the meeting changes; what has to be put right is an addition.
CREATE TABLE signing (
	organisation TEXT NOT NULL,
	meeting TEXT NOT NULL,
	id TEXT NOT NULL,
	signed_on TEXT NOT NULL,
	signed_by TEXT NOT NULL,
	minutes TEXT NOT NULL,
	digest TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, meeting),
	FOREIGN KEY (organisation, meeting) REFERENCES meeting (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE addition (
	organisation TEXT NOT NULL,
	meeting TEXT NOT NULL,
	id TEXT NOT NULL,
	day TEXT NOT NULL,
	text TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, meeting, id),
	FOREIGN KEY (organisation, meeting) REFERENCES signing (organisation, meeting)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER signing_unchanged BEFORE UPDATE ON signing BEGIN SELECT RAISE(ABORT, 'signed minutes never change'); END;
CREATE TRIGGER signing_kept BEFORE DELETE ON signing BEGIN SELECT RAISE(ABORT, 'signed minutes are never deleted'); END;
CREATE TRIGGER addition_unchanged BEFORE UPDATE ON addition BEGIN SELECT RAISE(ABORT, 'an addition never changes'); END;
CREATE TRIGGER addition_kept BEFORE DELETE ON addition BEGIN SELECT RAISE(ABORT, 'an addition is never deleted'); END;
CREATE TRIGGER meeting_signed BEFORE UPDATE ON meeting
	WHEN EXISTS (SELECT 1 FROM signing WHERE organisation = OLD.organisation AND meeting = OLD.id)
	BEGIN SELECT RAISE(ABORT, 'a signed meeting never changes'); END;
CREATE TRIGGER resolution_signed BEFORE INSERT ON resolution
	WHEN EXISTS (SELECT 1 FROM signing WHERE organisation = NEW.organisation AND meeting = NEW.meeting)
	BEGIN SELECT RAISE(ABORT, 'a signed meeting resolves no more'); END;
CREATE TRIGGER resolution_kept BEFORE DELETE ON resolution
	WHEN EXISTS (SELECT 1 FROM signing WHERE organisation = OLD.organisation AND meeting = OLD.meeting)
	BEGIN SELECT RAISE(ABORT, 'what was resolved is kept'); END;
CREATE TRIGGER resolution_unchanged BEFORE UPDATE ON resolution BEGIN SELECT RAISE(ABORT, 'a resolution never changes'); END;
