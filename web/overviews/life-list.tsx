import * as v from "valibot";
import { type LifeKind, lifeKinds } from "../../worker/overviews/coverage/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { Pager } from "../parts/pager";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { words } from "./coverage-words";

export const lifeListFacts = v.object({
	year: v.number(),
	thisYear: v.number(),
	more: v.boolean(),
	rows: v.array(
		v.object({
			what: v.picklist(lifeKinds),
			done: v.boolean(),
			id: v.string(),
			name: v.string(),
			above: v.nullable(v.string()),
			/** When it was done; since when it is under way; when a year of standardisation is over. */
			day: v.nullable(v.string()),
			reason: v.nullable(v.string()),
		}),
	),
});

type Facts = v.InferOutput<typeof lifeListFacts>;

/** 建、整、撤: what is founded, standardised and retired below an association within a year, done and to do. */
export const LifeListPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const place = view.place?.id ?? "";
	const here = paths.lifeList(place);
	return (
		<Shell view={view} title={say.lifeTitle} here="association">
			<Masthead
				title={say.lifeTitle}
				sub={[view.place?.name]}
				back={{ href: paths.coverage(place), label: say.title }}
				year={{
					year: facts.year,
					earlier: facts.year > 2000 ? withQuery(here, { year: facts.year - 1 }) : null,
					later: facts.year < facts.thisYear ? withQuery(here, { year: facts.year + 1 }) : null,
				}}
			/>
			{facts.rows.length === 0 ? (
				<Empty {...say.noneOfLife} />
			) : (
				<div class="stack">
					{lifeKinds.map((what) => (
						<OneKind what={what} facts={facts} view={view} />
					))}
				</div>
			)}
			<p class="note">
				{facts.more && say.more(facts.rows.length)} {say.lifeRule}
			</p>
			<Pager shown={say.shown(facts.rows.length)} next={null} nextLabel="">
				<Files href={withQuery(here, { year: facts.year })} view={view} />
				<button type="button" class="plain" data-print hidden>
					{say.print}
				</button>
			</Pager>
		</Shell>
	);
};

const OneKind = ({ what, facts, view }: { what: LifeKind; facts: Facts; view: View }) => {
	const say = words[view.language];
	const rows = facts.rows.filter((row) => row.what === what);
	if (rows.length === 0) return null;
	const done = rows.filter((row) => row.done).length;
	return (
		<section>
			<Heading note={say.counts(done, rows.length - done)}>
				{say.life[what]}
				{view.language === "zh" && ` · ${say.lifeNames[what]}`}
			</Heading>
			<Register
				caption={say.lifeNames[what]}
				rows={[...rows].sort((one, other) => Number(one.done) - Number(other.done))}
				columns={[
					{ head: say.place, cell: (row) => <a href={paths.association(row.id)}>{row.name}</a> },
					{ head: say.above, cell: (row) => row.above, minor: true },
					{
						head: say.state,
						cell: (row) => (
							<>
								<Mark shape={row.done ? "solid" : what === "standardise" ? "half" : "hollow"} />{" "}
								{(row.done ? say.done : say.todo)[what]} {say.day(what, row.done, row.day)}
							</>
						),
					},
					{ head: say.reason, cell: (row) => row.reason, minor: true },
				]}
			/>
		</section>
	);
};
