-- Things that an association lends: exhibition boards that tour its villages, a projector, a tent.
CREATE TABLE exhibit (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	made_from TEXT NOT NULL,
	PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- A thing is with another organisation from one day until another: to_day is the day on which it came back or was handed on.
CREATE TABLE loan (
	organisation TEXT NOT NULL,
	exhibit TEXT NOT NULL,
	id TEXT NOT NULL,
	holder TEXT NOT NULL REFERENCES organisation (id),
	from_day TEXT NOT NULL,
	due_day TEXT,
	to_day TEXT,
	made_by TEXT NOT NULL,
	PRIMARY KEY (organisation, exhibit, id),
	FOREIGN KEY (organisation, exhibit) REFERENCES exhibit (organisation, id)
) STRICT, WITHOUT ROWID;
-- What is with an organisation now.
CREATE INDEX loan_holder ON loan (holder) WHERE to_day IS NULL;
