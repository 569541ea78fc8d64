import type { ReadLine } from "../../../worker/intakes/members/reading";
import type { ChangedField, Proposal } from "../../../worker/intakes/members/rules";
import type { AnyQuestion, Say } from "../../intakes/browser-words";

/** What is to become of a line: which words say it, and what is sent for it. */
export type Decision = {
	choice: keyof Say["choices"];
	as: "new" | "same" | "later" | "left-out";
	member: string | null;
	twin: number | null;
	take: Set<ChangedField>;
	sure: boolean;
};
export type Doubt = AnyQuestion;

/** Why a line is asked about: what is proposed for it, or else a cell that can't be read. */
export function doubtOf({ line, placeName, faults }: ReadLine, proposal: Proposal): Doubt | null {
	if (placeName !== null && line.place === null) return "unknown-place";
	if (proposal.question !== null) return proposal.question;
	return faults.length > 0 ? "fault" : null;
}

/** What can be decided for a line; the first is proposed. */
export function decisionsFor({ faults }: ReadLine, proposal: Proposal, doubt: Doubt | null): Decision[] {
	const { known, twin, differences } = proposal;
	const one = (choice: Decision["choice"], as: Decision["as"], more: Partial<Decision> = {}): Decision => ({
		...{ choice, as, member: null, twin: null, take: new Set(), sure: false, ...more },
	});
	const whom = { member: known?.id ?? null, twin: known ? null : twin };
	const later = one("later", "later");
	const out = one("left-out", "left-out");
	const other = one("new-other", "new", { sure: true });
	const same = one("same", "same", whom);
	// What fills a gap is proposed to be taken; what contradicts, a date above all, only when somebody ticks it.
	const fills = differences.filter(({ fills }) => fills).map(({ field }) => field);
	const take = one("same-take", "same", { ...whom, take: new Set(fills) });
	switch (doubt) {
		case null:
			return [proposal.outcome === "same" ? same : one("new", "new")];
		case "fault": {
			const kept = faults.every(({ trouble }) => trouble === "not-a-name");
			const taken = one(kept ? "new-as-is" : "new-without", "new");
			return faults.every(({ trouble }) => trouble === "identity-number")
				? [taken, later, out]
				: [later, taken, out];
		}
		case "differs":
			return fills.length > 0 ? [take, same, later] : [same, take, later];
		case "left":
			return [later, other, out];
		case "same-as-line":
			return [same, other, later];
		case "alike-line":
		case "sounds-alike":
			return [later, same, other, out];
		case "alike":
			return differences.length > 0 ? [later, same, take, other, out] : [later, same, other, out];
		case "namesake":
		case "namesake-line":
			return [other, same, later];
		default:
			return [later, out];
	}
}
