-- The index that organisations are found by: the characters of their names, one by one, so that any part of a name is a phrase; and
-- whom they belong to, as in seek. It is an index and nothing else, so the database keeps it: names and paths change in many places.
CREATE VIRTUAL TABLE seek_organisation USING fts5 (organisation UNINDEXED, name, scope);
CREATE TRIGGER organisation_sought AFTER INSERT ON organisation BEGIN
	INSERT INTO seek_organisation (organisation, name, scope) SELECT new.id,
		(SELECT group_concat(substr(new.name, key + 1, 1), ' ') FROM json_each('[' || rtrim(replace(hex(zeroblob(length(new.name))), '00', '0,'), ',') || ']')),
		'o' || replace(rtrim(new.path, '/'), '/', ' o') || ' h' || new.id;
END;
CREATE TRIGGER organisation_forgotten AFTER DELETE ON organisation BEGIN
	DELETE FROM seek_organisation WHERE rowid IN (SELECT rowid FROM seek_organisation WHERE seek_organisation MATCH 'scope : "h' || old.id || '"');
END;
CREATE TRIGGER organisation_sought_again AFTER UPDATE OF name, path ON organisation WHEN new.name <> old.name OR new.path <> old.path BEGIN
	DELETE FROM seek_organisation WHERE rowid IN (SELECT rowid FROM seek_organisation WHERE seek_organisation MATCH 'scope : "h' || old.id || '"');
	INSERT INTO seek_organisation (organisation, name, scope) SELECT new.id,
		(SELECT group_concat(substr(new.name, key + 1, 1), ' ') FROM json_each('[' || rtrim(replace(hex(zeroblob(length(new.name))), '00', '0,'), ',') || ']')),
		'o' || replace(rtrim(new.path, '/'), '/', ' o') || ' h' || new.id;
END;
INSERT INTO seek_organisation (organisation, name, scope) SELECT id,
	(SELECT group_concat(substr(name, key + 1, 1), ' ') FROM json_each('[' || rtrim(replace(hex(zeroblob(length(name))), '00', '0,'), ',') || ']')),
	'o' || replace(rtrim(path, '/'), '/', ' o') || ' h' || id FROM organisation;
