-- A private link by which a calendar program reads one organisation's calendar, as somebody who may see it; only the SHA-256 of its
-- secret is kept. It shows nothing any more when whoever made it holds no post there, and goes when it is revoked.
CREATE TABLE calendar_feed (
	hash TEXT NOT NULL PRIMARY KEY,
	id TEXT NOT NULL,
	person TEXT NOT NULL REFERENCES person (id),
	organisation TEXT NOT NULL REFERENCES organisation (id),
	label TEXT NOT NULL,
	language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
	made_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX calendar_feed_person ON calendar_feed (person, organisation);
