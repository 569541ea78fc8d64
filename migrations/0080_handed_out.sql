-- What was handed out at an activity, line by line: handed_out is a JSON list of {thing, amount, unit}, null where nothing was. It lies in the
-- activity's own row, as who came does, so that a line costs no row of its own and stands or falls with what is told beside it.
-- What was written as one line of text stays as one line, under its whole text and without an amount.
UPDATE activity SET handed_out = json_array(json_object('thing', handed_out, 'amount', NULL, 'unit', NULL)) WHERE handed_out IS NOT NULL;

-- A year's things, summed from what the organisation itself held: a JSON list of [thing, unit, amount, lines], amount null where no line says one.
ALTER TABLE activity_year ADD COLUMN handed TEXT NOT NULL DEFAULT '[]';
UPDATE activity_year SET handed = coalesce((SELECT json_group_array(json_array(thing, NULL, NULL, lines)) FROM (
	SELECT line.value ->> 'thing' AS thing, count(*) AS lines FROM activity AS a, json_each(a.handed_out) AS line
	WHERE a.organisation = activity_year.organisation AND a.day >= activity_year.year || '-01-01' AND a.day < (activity_year.year + 1) || '-01-01'
		AND (a.announced_on IS NULL OR ((a.heads IS NOT NULL OR a.outcome IS NOT NULL OR a.came <> '[]')
			AND NOT EXISTS (SELECT 1 FROM cancellation WHERE organisation = a.organisation AND activity = a.id)))
	GROUP BY thing ORDER BY thing)), '[]');
