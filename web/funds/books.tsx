import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Mark } from "../parts/mark";
import { Row, Rows } from "../parts/rows";
import { paths, withQuery } from "../paths";
import { words } from "./books-words";

export const breakReasons = [
	...["missing", "changed", "not-chained", "words", "unbalanced", "number", "cut-off"],
] as const;

export const booksFacts = v.object({
	year: v.number(),
	thisYear: v.number(),
	/** How many entries the year has, how many this look leaves behind it, and up to which the books are right. */
	entries: v.number(),
	from: v.number(),
	checked: v.number(),
	/** Where the next look begins; nothing at the end. */
	next: v.nullable(v.string()),
	/** The first entry at which the chain breaks. */
	broken: v.nullable(
		v.object({ id: v.nullable(v.string()), position: v.number(), reason: v.picklist(breakReasons) }),
	),
	/** The year was posted before there was a chain, and is chained tonight. */
	waits: v.boolean(),
	head: v.nullable(v.string()),
});
type Facts = v.InferOutput<typeof booksFacts>;

/** Whether a year's books are as they were posted, and where not, at which entry. */
export const BooksPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.books(organisation);
	const { broken, year, thisYear } = facts;
	const bad = broken !== null;
	return (
		<Shell view={view} title={say.title} here="dues">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: withQuery(paths.funds(organisation), { year }), label: say.register }}
				year={{
					year,
					earlier: withQuery(here, { year: year - 1 }),
					later: year < thisYear ? withQuery(here, { year: year + 1 }) : null,
				}}
			/>
			<p class="lead">
				{facts.waits ? (
					say.waits
				) : (
					<span class={bad ? "verdict missed" : "verdict met"}>
						<Mark shape={bad ? "hollow" : "solid"} />{" "}
						{bad ? say.broken(broken.position) : say.whole(facts.from + 1, facts.checked)}
					</span>
				)}
			</p>
			{bad && (
				<p>
					{say.reasons[broken.reason]}{" "}
					{broken.id && <a href={paths.entry(organisation, broken.id)}>{say.lookAt}</a>}
				</p>
			)}
			<Rows>
				<Row label={say.entries}>{facts.entries}</Row>
				{facts.head && <Row label={say.head}>{facts.head}</Row>}
			</Rows>
			<p class="prose soft">{say.what}</p>
			<p class="actions quiet">
				{facts.next && <a href={withQuery(here, { year, from: facts.next })}>{say.next}</a>}
				<a href={paths.settlements(organisation)}>{say.settlements}</a>
			</p>
		</Shell>
	);
};
