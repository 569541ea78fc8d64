import * as v from "valibot";
import { councilPosts, seatStates } from "../../../worker/officers/seats/rules";
import { type Post, posts } from "../../../worker/roles/may";
import type { Page, View } from "../../layout/view";
import { words as layoutWords } from "../../layout/words";
import { words as officerWords } from "../../officers/words";
import { formatDay } from "../../parts/format";
import { paths } from "../../paths";
import { Book, Section } from "./book";
import { words } from "./words";

const held = { name: v.string(), fromDay: v.string(), toDay: v.nullable(v.string()) };

export const officerBookFacts = v.object({
	seats: v.array(
		v.object({
			post: v.picklist(councilPosts),
			state: v.picklist(seatStates),
			holder: v.nullable(v.object({ ...held, fullTime: v.boolean() })),
		}),
	),
	others: v.array(v.object({ ...held, post: v.picklist(posts) })),
	former: v.array(v.object({ ...held, post: v.picklist(posts) })),
});
type Facts = v.InferOutput<typeof officerBookFacts>;
type Line = { post: Post; name: string; fromDay: string | null; toDay: string | null; note: string };

/** The register of officers: every seat with whoever fills it, other posts, and who held one before. */
export const OfficerBookPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const council = facts.seats.map(({ post, state, holder }) => ({
		...{ post, name: holder?.name ?? "", fromDay: holder?.fromDay ?? null, toDay: holder?.toDay ?? null },
		note: [officerWords[view.language].states[state], holder?.fullTime && say.fullTime]
			.filter(Boolean)
			.join(" · "),
	}));
	const plain = (rows: Facts["others"]) => rows.map((row) => ({ ...row, note: "" }));
	const sections: [string, Line[]][] = [
		[say.council, council],
		[say.otherPosts, plain(facts.others)],
		[say.formerPosts, plain(facts.former)],
	];
	const shown = sections.filter(([, lines]) => lines.length > 0);
	return (
		<Book
			view={view}
			title={say.officers}
			back={paths.officers(view.place?.id ?? "")}
			sub={[say.people(facts.seats.filter(({ holder }) => holder).length)]}
		>
			{shown.map(([title, lines]) => (
				<Section title={title} columns={columnsOf(view)} rows={lines} number={say.number} even />
			))}
		</Book>
	);
};

function columnsOf(view: View) {
	const say = words[view.language];
	const day = (text: string | null) => formatDay(text, view.language, "dotted");
	return [
		{ head: say.post, cell: ({ post }: Line) => layoutWords[view.language].posts[post] },
		{ head: say.name, cell: ({ name }: Line) => name },
		{ head: say.from, cell: ({ fromDay }: Line) => day(fromDay) },
		{ head: say.to, cell: ({ toDay }: Line) => day(toDay) },
		{ head: say.remark, cell: ({ note }: Line) => note },
	];
}
