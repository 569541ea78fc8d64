import { type Account, sources, uses } from "../../../worker/funds/accounts";
import type { MoneyLine } from "../../../worker/intakes/money/reading";
import {
	type KnownMember,
	type MoneyOutcome,
	moneyProposals,
	type Surroundings,
} from "../../../worker/intakes/money/rules";
import { yuanText } from "../../../worker/values/money";
import type { Say } from "../../intakes/browser-words";
import type { Manner } from "./columns";
import type { Sum } from "./money";

/** What is to become of a line; `beyond`: what is more than owed is a gift. */
export type MoneyDecision = {
	as: MoneyOutcome;
	member: string | null;
	years: number[];
	account: Account | null;
	entry: string | null;
	beyond: boolean;
};

type Choice = {
	value: string;
	label: string;
	decision: MoneyDecision;
	is: (decision: MoneyDecision) => boolean;
};

const none = { member: null, years: [], account: null, entry: null, beyond: false };

/** A member by name, and by what tells two of one name apart. */
export function labelOf({ id, name, born, group }: KnownMember, { members }: Surroundings): string {
	if (members.filter((one) => one.name === name).length < 2) return name;
	const more = [group, born].filter(Boolean).join(" ");
	const alike = members.filter((one) => one.name === name && one.group === group && one.born === born);
	return `${name} ${more}${alike.length > 1 ? ` ${alike.findIndex((one) => one.id === id) + 1}` : ""}`.trim();
}

/** Dues of a member for a line: for the years it says, or those it comes to; nothing where they owe none of them. */
export function decisionFrom({ line }: { line: MoneyLine }, member: KnownMember): MoneyDecision | null {
	const [proposal] = moneyProposals([{ ...line, name: member.name }], {
		...{ members: [member], entries: [], settled: [] },
	});
	const years = (proposal?.years ?? []).filter((year) => member.owes.some((one) => one.year === year));
	const owed = member.owes.reduce((sum, { year, rest }) => (years.includes(year) ? sum + rest : sum), 0);
	if (owed === 0) return null;
	return { ...none, as: "dues", member: member.id, years, beyond: (line.amount ?? 0) > owed };
}

/** All that can be decided for a line. */
export function choicesFor(sum: Sum, known: Surroundings, say: Say): Choice[] {
	const { line, proposal, decision } = sum;
	const came = (line.amount ?? 0) > 0;
	const readable = line.day !== null && (line.amount ?? 0) !== 0;
	const there = known.entries.find(({ id }) => id === proposal.entry);
	const theirs = known.members.filter(
		({ id, name }) => came && (name === line.name || id === decision.member || id === proposal.member),
	);
	return [
		...theirs.flatMap((member): Choice[] => {
			const dues = readable ? decisionFrom(sum, member) : null;
			const label = dues && say.collects(labelOf(member, known), dues.years.join("、"), dues.beyond);
			const is = (one: MoneyDecision) => one.as === "dues" && one.member === member.id;
			return dues ? [{ value: `dues ${member.id}`, label: label ?? "", decision: dues, is }] : [];
		}),
		...(there
			? [
					{
						value: "same",
						label: say.thatEntry(there.series, there.number, yuanText(Math.abs(there.amount))),
						decision: { ...none, as: "same" as const, entry: there.id },
						is: (one: MoneyDecision) => one.as === "same",
					},
				]
			: []),
		...(readable ? (came ? sources : uses) : []).map((account) => ({
			value: `other ${account}`,
			label: say.accounts[account] ?? account,
			decision: { ...none, as: "other" as const, account },
			is: (one: MoneyDecision) => one.as === "other" && one.account === account,
		})),
		...(["later", "left-out"] as const).map((as) => ({
			value: as,
			label: say.choices[as],
			decision: { ...none, as },
			is: (one: MoneyDecision) => one.as === as,
		})),
	];
}

/** A line as it is sent: one that isn't posted brings nothing along but its number. */
export function sent({ line, decision }: Sum, manner: Manner): object {
	const { as, member, years, account, entry, beyond } = decision;
	if (as === "later" || as === "left-out" || as === "same") return { line: line.line, as, entry };
	const went = (line.amount ?? 0) < 0;
	return {
		...{ line: line.line, as, day: line.day, amount: yuanText(Math.abs(line.amount ?? 0)), went },
		...{ member, years, beyond, account, purpose: line.purpose },
		party: as === "dues" ? null : (line.name ?? (went ? line.handler : null)),
		approver: went ? manner.approver || null : null,
		method: manner.method ?? "cash",
	};
}
