import * as v from "valibot";
import { lacks } from "../../worker/overviews/hollow/rules";
import { statuses } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { words } from "./hollow-words";

const organisation = { id: v.string(), name: v.string(), above: v.nullable(v.string()), members: v.number() };

export const hollowFacts = v.object({
	year: v.number(),
	thisYear: v.number(),
	leads: v.boolean(),
	/** Whether the year is old enough for silence to mean something. */
	watches: v.boolean(),
	counts: v.object({ quiet: v.number(), hollow: v.number(), registerOnly: v.number() }),
	quiet: v.array(
		v.object({
			...organisation,
			status: v.picklist(statuses),
			lacks: v.array(v.picklist(lacks)),
			hollow: v.boolean(),
		}),
	),
	moreQuiet: v.boolean(),
	names: v.array(v.object({ ...organisation, registerOnly: v.number() })),
	moreNames: v.boolean(),
});

type Facts = v.InferOutput<typeof hollowFacts>;
type Shown = { facts: Facts; view: View };

/** What exists on paper only below an association, found out by what its year lacks, each with a next step. */
export const HollowPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const place = view.place?.id ?? "";
	const here = paths.hollow(place);
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.tree(place), label: say.tree }}
				year={{
					year: facts.year,
					earlier: facts.year > 2000 ? withQuery(here, { year: facts.year - 1 }) : null,
					later: facts.year < facts.thisYear ? withQuery(here, { year: facts.year + 1 }) : null,
				}}
			/>
			{facts.leads ? (
				<div class="stack">
					<Associations facts={facts} view={view} />
					<Names facts={facts} view={view} />
				</div>
			) : (
				<Empty {...say.lone} href={paths.registerOnly(place)} link={say.membersTitle} />
			)}
		</Shell>
	);
};

const Associations = ({ facts, view }: Shown) => {
	const say = words[view.language];
	const { quiet, counts, watches } = facts;
	return (
		<section>
			<Heading note={quiet.length > 0 && say.counted(counts.hollow, counts.quiet)}>
				{say.associations}
			</Heading>
			{quiet.length === 0 ? (
				watches ? (
					<Empty {...say.noneQuiet} />
				) : (
					<p class="note">{say.tooEarly}</p>
				)
			) : (
				<Register
					caption={say.associations}
					rows={quiet}
					columns={[
						{ head: say.organisation, cell: (row) => <a href={paths.home(row.id)}>{row.name}</a> },
						{ head: say.above, cell: (row) => row.above, minor: true },
						{
							head: say.lacking,
							cell: (row) => (
								<span class={row.hollow ? "missed" : undefined}>
									<Mark shape={row.hollow ? "hollow" : "half"} />{" "}
									{row.lacks.map((lack) => say.lacks[lack]).join(view.language === "zh" ? "、" : ", ")}
								</span>
							),
						},
						{
							head: say.members,
							cell: (row) => formatNumber(row.members, view.language),
							number: true,
							minor: true,
						},
						{ head: say.step, cell: (row) => <Step row={row} view={view} />, tight: true },
					]}
				/>
			)}
			<p class="note">
				{facts.moreQuiet && say.more(quiet.length)} {say.rule}
			</p>
			<p class="actions quiet">
				<Files href={withQuery(paths.hollow(view.place?.id ?? ""), { year: facts.year })} view={view} />
			</p>
		</section>
	);
};

const Step = ({ row, view }: { row: Facts["quiet"][number]; view: View }) => {
	const say = words[view.language];
	if (row.status === "standardising") return <>{say.standardising}</>;
	return view.place?.may.includes("found organisations") ? (
		<a href={paths.standardisation(row.id)}>{say.standardise}</a>
	) : (
		<a href={paths.home(row.id)}>{say.ask}</a>
	);
};

const Names = ({ facts, view }: Shown) => {
	const say = words[view.language];
	const number = (count: number) => formatNumber(count, view.language);
	return (
		<section>
			<Heading note={say.countedNames(facts.counts.registerOnly)}>{say.names}</Heading>
			{facts.names.length === 0 ? (
				<Empty {...say.noneNames} />
			) : (
				<Register
					caption={say.names}
					rows={facts.names}
					columns={[
						{ head: say.organisation, cell: (row) => <a href={paths.home(row.id)}>{row.name}</a> },
						{ head: say.above, cell: (row) => row.above, minor: true },
						{
							head: say.registerOnly,
							cell: (row) => (
								<a href={paths.registerOnly(row.id)}>
									{say.of(number(row.registerOnly), number(row.members))}
								</a>
							),
							number: true,
						},
					]}
				/>
			)}
			<p class="note">
				{facts.moreNames && say.more(facts.names.length)} {say.namesRule}
			</p>
			<p class="actions quiet">
				<Files
					href={withQuery(paths.hollow(view.place?.id ?? ""), { year: facts.year, list: "names" })}
					view={view}
				/>
			</p>
		</section>
	);
};
