-- The index that members are found by, made anew: the beginnings of its words, of two to seven characters, are kept as words
-- themselves, so that 陈 or w costs no more than a rare name; and a member's own association is a word (h…) beside those above it.
CREATE VIRTUAL TABLE seek_new USING fts5 (
	organisation UNINDEXED, person UNINDEXED, words, columnsize = 0, detail = none, prefix = '2 3 4 5 6 7'
);
-- Words with letters that the tokenizer may not know could pass for a scope's; whoever has them keeps only their id's word.
INSERT INTO seek_new (organisation, person, words)
	SELECT seek.organisation, seek.person,
		CASE WHEN words GLOB '*[^ 0-9a-z㐀-龥𠀀-𪛖]*'
			THEN 'i' || seek.person || ' o' || replace(rtrim(path, '/'), '/', ' o') ELSE words END || ' h' || organisation.id
	FROM seek JOIN organisation ON organisation.id = seek.organisation;
DROP TABLE seek;
ALTER TABLE seek_new RENAME TO seek;
