-- What people wrote, read by somebody: a text stands under its number within the unit's wave (page × 50 + place), which stays
-- as it is, and a tag is a word that a reader put on it. Nothing here leads from a text to an answer.
CREATE TABLE remark_tag (
	wave TEXT NOT NULL,
	unit TEXT NOT NULL,
	tag TEXT NOT NULL,
	remark INTEGER NOT NULL,
	PRIMARY KEY (wave, unit, tag, remark)
) STRICT, WITHOUT ROWID;
