import * as v from "valibot";
import { type Show, shows } from "../../worker/overviews/coverage/rules";
import { statuses } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Figure, Figures } from "../parts/figure";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { formatDay, formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { Pager } from "../parts/pager";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { knownDay, words } from "./coverage-words";

const covered = {
	places: v.number(),
	covered: v.number(),
	standardising: v.number(),
	share: v.nullable(v.number()),
};

export const coverageFacts = v.object({
	/** There are organisations with places below. */
	leads: v.boolean(),
	whole: v.object(covered),
	townships: v.array(v.object({ id: v.string(), name: v.string(), leads: v.boolean(), ...covered })),
	show: v.picklist(shows),
	places: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			above: v.nullable(v.string()),
			status: v.picklist(statuses),
			since: v.nullable(v.string()),
			reason: v.nullable(v.string()),
		}),
	),
	first: v.boolean(),
	next: v.nullable(v.string()),
});

type Facts = v.InferOutput<typeof coverageFacts>;
type Shown = { facts: Facts; view: View };

/** How many places have an association, by township and in total; every figure opens its places. */
export const CoveragePage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const place = view.place?.id ?? "";
	const number = (count: number) => formatNumber(count, view.language);
	const { whole } = facts;
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.tree(place), label: say.tree }}
			>
				<a class="button" href={paths.lifeList(place)}>
					{say.lifeTitle}
				</a>
			</Masthead>
			{whole.share === null ? (
				<p class="note">{say.noPlace}</p>
			) : (
				<div class="stack">
					<Figures>
						<Figure
							label={say.share}
							note={say.shareNote(number(whole.covered), number(whole.places))}
							value={formatNumber(whole.share * 100, view.language, 1)}
							unit="%"
						/>
					</Figures>
					{facts.townships.length > 0 && <Townships facts={facts} view={view} />}
					<Places facts={facts} view={view} />
				</div>
			)}
		</Shell>
	);
};

const Townships = ({ facts, view }: Shown) => {
	const say = words[view.language];
	const number = (count: number) => formatNumber(count, view.language);
	const share = (of: number | null) => (of === null ? "–" : formatNumber(of * 100, view.language, 1));
	/** A figure that opens its rows; none opens nothing. */
	const figure = (row: { id: string; leads: boolean }, count: number, show: Show) =>
		count === 0 ? (
			"–"
		) : (
			<a href={row.leads ? withQuery(paths.coverage(row.id), { show }) : paths.association(row.id)}>
				{number(count)}
			</a>
		);
	const here = { id: view.place?.id ?? "", leads: true };
	const missing = (row: { id: string; leads: boolean }, count: number) =>
		count === 0 ? (
			"–"
		) : (
			<span class="missed">
				<Mark shape="hollow" /> {figure(row, count, "without")}
			</span>
		);
	return (
		<section>
			<Heading>{say.byTownship}</Heading>
			<Register
				caption={say.byTownship}
				rows={facts.townships}
				columns={[
					{
						head: say.township,
						cell: (row) => <a href={row.leads ? paths.coverage(row.id) : paths.home(row.id)}>{row.name}</a>,
					},
					{ head: say.places, cell: (row) => number(row.places), number: true, minor: true },
					{ head: say.covered, cell: (row) => figure(row, row.covered, "covered"), number: true },
					{
						head: say.standardising,
						cell: (row) => figure(row, row.standardising, "standardising"),
						number: true,
						minor: true,
					},
					{ head: say.without, cell: (row) => missing(row, row.places - row.covered), number: true },
					{ head: say.sharePercent, cell: (row) => share(row.share), number: true },
				]}
				foot={[
					say.all,
					number(facts.whole.places),
					figure(here, facts.whole.covered, "covered"),
					figure(here, facts.whole.standardising, "standardising"),
					missing(here, facts.whole.places - facts.whole.covered),
					share(facts.whole.share),
				]}
			/>
		</section>
	);
};

/** Since when it stands so, and why: nothing of what stood before anybody kept it. */
const lately = (view: View): Column<Facts["places"][number]>[] => [
	{
		head: words[view.language].since,
		cell: (row) => formatDay(knownDay(row.since), view.language, "dotted"),
		minor: true,
		tight: true,
	},
	{ head: words[view.language].reason, cell: (row) => row.reason, minor: true },
];

const Places = ({ facts, view }: Shown) => {
	const say = words[view.language];
	const here = paths.coverage(view.place?.id ?? "");
	const { whole, show } = facts;
	const counts: Record<Show, number> = {
		without: whole.places - whole.covered,
		covered: whole.covered,
		standardising: whole.standardising,
	};
	return (
		<section>
			<Heading>{say.list}</Heading>
			<Filters
				label={say.list}
				language={view.language}
				tabs={shows.map((one) => ({
					...{ href: withQuery(here, { show: one }), label: say.shows[one], count: counts[one] },
					chosen: show === one,
				}))}
			/>
			{facts.places.length === 0 ? (
				<Empty {...say.empty[show]} />
			) : (
				<Register
					caption={say.list}
					rows={facts.places}
					columns={[
						{ head: say.place, cell: (row) => <a href={paths.association(row.id)}>{row.name}</a> },
						{ head: say.above, cell: (row) => row.above },
						...(facts.places.some(({ since }) => knownDay(since)) ? lately(view) : []),
						{
							head: <span class="hidden">{say.step}</span>,
							cell: (row) =>
								row.status === "unfounded" && view.place?.may.includes("found organisations") ? (
									<a href={paths.founding(row.id)}>{say.found}</a>
								) : (
									<a href={paths.association(row.id)}>{say.see}</a>
								),
							tight: true,
						},
					]}
				/>
			)}
			<Pager
				shown={say.shown(facts.places.length)}
				next={facts.next && withQuery(here, { show, after: facts.next })}
				nextLabel={say.next}
				first={facts.first ? null : withQuery(here, { show })}
				firstLabel={say.firstPage}
			>
				<Files href={withQuery(here, { show })} total={counts[show]} view={view} />
			</Pager>
			<p class="note">{say.rule}</p>
		</section>
	);
};
