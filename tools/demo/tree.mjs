import district from "./district.csv";

/** The organisations of district.csv, parents before children, each with its path; its code serves as its id. */
export function readTree() {
	const [, ...lines] = district.trim().split("\n");
	const paths = new Map();
	return lines.map((line) => {
		const [id, parent, kind, name, adults, households, members] = line.trim().split(",");
		const path = `${paths.get(parent) ?? ""}${id}/`;
		paths.set(id, path);
		return { id, parent: parent || null, path, kind, name, ...numbers({ adults, households, members }) };
	});
}

const numbers = (fields) =>
	Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text ? Number(text) : null]));

export const organisationColumns = [
	"id",
	"parent",
	"path",
	"kind",
	"name",
	"adults",
	"households",
	"made_from",
];
export const organisationRow = (one) => [
	...[one.id, one.parent, one.path, one.kind, one.name, one.adults, one.households],
	"demonstration",
];

/** Every organisation has stood as it stands since 1900. */
export const firstStages = `insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at)
	select id, id, '1900-01-01', 'entered', name, kind, parent, path, status, unixepoch() from organisation
	where true on conflict do nothing`;
