import * as v from "valibot";
import { memberKinds, sexes } from "../../../worker/tables/ground";
import type { Page, View } from "../../layout/view";
import { words as memberWords } from "../../members/words";
import { formatDay, formatNumber } from "../../parts/format";
import { paths } from "../../paths";
import { Book, Section } from "./book";
import { words } from "./words";

const line = v.object({
	name: v.string(),
	sex: v.nullable(v.picklist(sexes)),
	birthYear: v.nullable(v.number()),
	telephone: v.nullable(v.string()),
	address: v.nullable(v.string()),
	kind: v.picklist(memberKinds),
	fromDay: v.string(),
	toDay: v.nullable(v.string()),
	leftBecause: v.nullable(v.string()),
	note: v.nullable(v.string()),
});
type Line = v.InferOutput<typeof line>;

export const memberBookFacts = v.object({
	members: v.number(),
	/** There are more than one book holds. */
	more: v.boolean(),
	sections: v.array(
		v.object({
			of: v.picklist(["all", "group", "others", "departed"]),
			name: v.nullable(v.string()),
			leader: v.nullable(v.string()),
			lines: v.array(line),
		}),
	),
	/** Those directly below, each with a book of its own. */
	below: v.array(v.object({ id: v.string(), name: v.string(), members: v.nullable(v.number()) })),
});
type Facts = v.InferOutput<typeof memberBookFacts>;

/** The register of members as it stands on paper: a section a group, and those who left this year. */
export const MemberBookPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const starts = facts.sections.map((_, index) =>
		facts.sections.slice(0, index).reduce((sum, { lines }) => sum + lines.length, 0),
	);
	return (
		<Book
			view={view}
			title={say.members}
			back={paths.members(view.place?.id ?? "")}
			sub={[...(facts.members > 0 ? [say.people(facts.members)] : []), ...(facts.more ? [say.more] : [])]}
		>
			{facts.sections.map(({ of, name, leader, lines }, index) => (
				<Section
					title={of === "group" ? (name ?? "") : say.sections[of]}
					note={[leader && say.leader(leader), say.people(lines.length)].filter(Boolean).join(" · ")}
					columns={columnsOf(of === "departed", view)}
					rows={lines}
					before={starts[index] ?? 0}
					number={say.number}
				/>
			))}
			{facts.below.length > 0 && <Below facts={facts} view={view} />}
		</Book>
	);
};

function columnsOf(departed: boolean, view: View) {
	const say = memberWords[view.language];
	const day = (text: string | null) => formatDay(text, view.language, "dotted");
	const reasons: Readonly<Record<string, string>> = say.reasons;
	const left = [
		{
			head: say.leftOn,
			cell: ({ toDay, leftBecause }: Line) =>
				[day(toDay), reasons[leftBecause ?? ""]].filter(Boolean).join(" "),
		},
	];
	return [
		{ head: say.name, cell: ({ name }: Line) => name },
		{ head: say.sex, cell: ({ sex }: Line) => sex && say.sexes[sex] },
		{ head: say.birthYear, cell: ({ birthYear }: Line) => birthYear },
		{ head: say.telephone, cell: ({ telephone }: Line) => telephone },
		{ head: say.address, cell: ({ address }: Line) => address },
		{ head: words[view.language].kind, cell: ({ kind }: Line) => words[view.language].kinds[kind] },
		{ head: say.joinedOn, cell: ({ fromDay }: Line) => day(fromDay) },
		...(departed ? left : []),
		{ head: say.note, cell: ({ note }: Line) => note },
	];
}

const Below = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	return (
		<nav class="paper volume no-print" aria-label={say.below}>
			<h2>{say.below}</h2>
			<ul class="names">
				{facts.below.map(({ id, name, members }) => (
					<li>
						<a href={paths.memberBook(id)}>{name}</a>{" "}
						{members !== null && <small>{formatNumber(members, view.language)}</small>}
					</li>
				))}
			</ul>
		</nav>
	);
};
