import type { Child } from "hono/jsx";
import * as v from "valibot";
import { councilPosts, type SeatState, seatStates } from "../../worker/officers/seats/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { formatDay, formatNumber } from "../parts/format";
import { Mark } from "../parts/mark";
import { Pager } from "../parts/pager";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { words } from "./board-words";
import { peopleFacts } from "./people";
import { SeatStanding } from "./state";
import { words as officerWords } from "./words";

/** When a board's figures were gathered: as an instant, and as day and time of day there. */
export const stampFacts = {
	at: v.nullable(v.number()),
	day: v.nullable(v.string()),
	time: v.nullable(v.string()),
};

const boardRow = v.object({
	organisation: v.string(),
	name: v.string(),
	/** How many associations are in it. */
	councils: v.number(),
	filled: v.number(),
	soon: v.number(),
	over: v.number(),
	vacant: v.number(),
	beyond: v.number(),
	people: peopleFacts,
});
type Row = v.InferOutput<typeof boardRow>;

export const boardFacts = v.object({
	...stampFacts,
	/** All that lies below, whether its row is shown or not. */
	whole: v.nullable(boardRow),
	rows: v.array(boardRow),
	more: v.boolean(),
});

const seatsIn = ({ filled, soon, over, vacant, beyond }: Row) => filled + soon + over + vacant + beyond;

/** Seats below, a row each: what is due, overdue or vacant, and each figure a way to the rows behind it. */
export const BoardPage = ({ facts, view }: Page<v.InferOutput<typeof boardFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { whole } = facts;
	const number = (value: number) => formatNumber(value, view.language);
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[
					view.place?.name,
					whole && whole.councils > 0 && say.sub(whole.councils, seatsIn(whole)),
					asOf(facts, view),
				]}
				back={{ href: paths.officers(organisation), label: say.back }}
			/>
			{whole === null || whole.councils === 0 ? (
				<Empty {...say.none} />
			) : (
				<>
					<Register
						caption={say.title}
						rows={facts.rows}
						columns={[
							{
								head: say.name,
								cell: (row) => (
									<a
										href={
											row.councils > 1 ? paths.seatBoard(row.organisation) : paths.officers(row.organisation)
										}
									>
										{row.name}
									</a>
								),
							},
							{ head: say.councils, cell: (row) => number(row.councils), number: true, minor: true },
							{ head: say.seats, cell: (row) => figure(row, null, view), number: true },
							...(["soon", "over", "vacant"] as const).map((state) => ({
								head: say[state],
								cell: (row: Row) => figure(row, state, view),
								number: true,
							})),
						]}
						foot={[
							say.all,
							number(whole.councils),
							figure(whole, null, view),
							...(["soon", "over", "vacant"] as const).map((state) => figure(whole, state, view)),
						]}
					/>
					<p class="note">
						{facts.more && say.shown(facts.rows.length)} {say.note}
					</p>
				</>
			)}
			<p class="links">
				<a href={paths.seatPeople(organisation)}>{say.people}</a>
				<Files href={paths.seatBoard(organisation)} view={view} />
			</p>
		</Shell>
	);
};

/** A count as a way to its rows; nothing is a dash, and what somebody must see to has a mark. */
function figure(row: Row, state: SeatState | null, view: View): Child {
	const count = state === null ? seatsIn(row) : row[state];
	if (count === 0) return "–";
	const here = view.place?.id ?? "";
	const under = row.name === "" ? null : row.organisation;
	const text = formatNumber(count, view.language);
	const marked = state === "over" || state === "vacant";
	return (
		<a
			class={marked ? "missed" : undefined}
			href={withQuery(paths.seatList(here), { state, under })}
			aria-label={`${row.name} ${state ? words[view.language][state] : words[view.language].seats} ${text}`}
		>
			{marked && <Mark shape="hollow" />} {text}
		</a>
	);
}

function asOf({ day, time }: { day: string | null; time: string | null }, view: View): string | null {
	return day && words[view.language].asOf(`${formatDay(day, view.language, "short")} ${time}`);
}

export const seatListFacts = v.object({
	...stampFacts,
	/** What was asked for: all states, all posts, everywhere below where null. */
	state: v.nullable(v.picklist(seatStates)),
	post: v.nullable(v.picklist(councilPosts)),
	under: v.nullable(v.string()),
	/** The name of that row of the board. */
	name: v.nullable(v.string()),
	/** How many lines come before, and where the next page begins. */
	from: v.number(),
	next: v.nullable(v.number()),
	seats: v.array(
		v.object({
			organisation: v.string(),
			place: v.string(),
			post: v.picklist(councilPosts),
			holder: v.nullable(v.string()),
			name: v.nullable(v.string()),
			fromDay: v.nullable(v.string()),
			dueDay: v.nullable(v.string()),
			state: v.picklist(seatStates),
			/** How many such: several only where vacant. */
			seats: v.number(),
		}),
	),
});
type List = v.InferOutput<typeof seatListFacts>;

/** The seats behind a figure of the board. */
export const SeatListPage = ({ facts, view }: Page<List>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const names = layoutWords[view.language].posts;
	const dotted = (day: string | null) => formatDay(day, view.language, "dotted");
	const title = facts.state ? officerWords[view.language].states[facts.state] : say.everySeat;
	const asked = { state: facts.state, post: facts.post, under: facts.under };
	const here = paths.seatList(organisation);
	return (
		<Shell view={view} title={title} here="association">
			<Masthead
				title={title}
				sub={[facts.name ?? say.everywhere, asOf(facts, view)]}
				back={{ href: paths.seatBoard(organisation), label: say.title }}
			/>
			<Filters
				label={say.lists}
				language={view.language}
				tabs={[null, "soon" as const, "over" as const, "vacant" as const].map((state) => ({
					href: withQuery(here, { ...asked, state }),
					label: state ? officerWords[view.language].states[state] : say.everySeat,
					chosen: facts.state === state,
				}))}
			/>
			{facts.seats.length === 0 ? (
				<Empty {...say.emptyList} />
			) : (
				<Register
					caption={title}
					rows={facts.seats}
					columns={[
						{ head: say.place, cell: (row) => <a href={paths.officers(row.organisation)}>{row.place}</a> },
						{ head: say.post, cell: (row) => names[row.post] },
						{
							head: say.holder,
							tight: true,
							cell: (row) =>
								row.holder ? (
									<a href={paths.officer(row.organisation, row.holder)}>{row.name}</a>
								) : (
									say.several(row.seats)
								),
						},
						{ head: say.since, cell: (row) => dotted(row.fromDay), minor: true },
						{ head: say.due, cell: (row) => dotted(row.dueDay), minor: true },
						...(facts.state
							? []
							: [
									{
										head: say.state,
										cell: (row: List["seats"][number]) => (
											<SeatStanding state={row.state} language={view.language} />
										),
										minor: true,
									},
								]),
					]}
				/>
			)}
			<Pager
				shown={facts.seats.length > 0 ? say.shownSeats(facts.from + 1, facts.from + facts.seats.length) : ""}
				next={facts.next === null ? null : withQuery(here, { ...asked, after: facts.next })}
				nextLabel={say.next}
				first={facts.from > 0 ? withQuery(here, asked) : null}
				firstLabel={say.first}
			>
				<Files href={withQuery(here, asked)} view={view} />
			</Pager>
		</Shell>
	);
};
