-- A photograph of an activity. Its bytes lie in the bucket under `key`; the row says that it is there, and how large it is drawn.
CREATE TABLE photograph (
	organisation TEXT NOT NULL,
	activity TEXT NOT NULL,
	id TEXT NOT NULL,
	key TEXT NOT NULL,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL,
	at INTEGER NOT NULL,
	made_by TEXT NOT NULL,
	PRIMARY KEY (organisation, activity, id),
	FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
) STRICT, WITHOUT ROWID;
