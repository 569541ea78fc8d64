-- A photograph of an expense's paper. It stands beside the entry, in no chain: its bytes lie in the bucket under `key`, and both can be
-- taken away for good, while the entry never changes.
CREATE TABLE voucher_photograph (
	organisation TEXT NOT NULL,
	entry TEXT NOT NULL,
	id TEXT NOT NULL,
	key TEXT NOT NULL,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL,
	at INTEGER NOT NULL,
	made_by TEXT NOT NULL,
	PRIMARY KEY (organisation, entry, id),
	FOREIGN KEY (organisation, entry) REFERENCES entry (organisation, id)
) STRICT, WITHOUT ROWID;
