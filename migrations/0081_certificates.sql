-- A certificate of training for somebody who came to an activity; its code leads to the page that confirms it. What is confirmed is read from the
-- roll, so that a certificate of somebody who is taken off it, or of an activity that is taken back, holds no more.
CREATE TABLE certificate (
	organisation TEXT NOT NULL REFERENCES organisation (id),
	activity TEXT NOT NULL,
	id TEXT NOT NULL,
	person TEXT NOT NULL REFERENCES person (id),
	number INTEGER NOT NULL,
	year INTEGER NOT NULL,
	code TEXT NOT NULL,
	issued_on TEXT NOT NULL,
	made_by TEXT NOT NULL,
	PRIMARY KEY (organisation, activity, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX certificate_code ON certificate (code);
CREATE UNIQUE INDEX certificate_number ON certificate (organisation, year, number);
