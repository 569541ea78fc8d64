import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { newestQuestionnaire, readyQuestionnaires } from "../../worker/surveys/questionnaire/ready";
import type { Said } from "../../worker/surveys/questionnaire/rules";
import { intervalOf } from "../../worker/surveys/score/rules";
import { columnsOf, type Looked, signsOf, usualBeside, usualOf } from "../../worker/surveys/score/signs";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { luckFrom } from "./coverage";
import { answered, openDistrictWave, people } from "./district";

beforeEach(beginWorld);

const district = { as: "districtStaff" } as const;
const unit = (changes: Partial<Looked> = {}): Looked => ({
	...{ answers: 100, adults: 500, handedOut: 200, bySlip: 90, byPaper: 10, identical: 12, straight: 2 },
	...changes,
});
const others = Array.from({ length: 20 }, () => unit());
const kinds = (changes: Partial<Looked>, beside: readonly Looked[] = others) =>
	signsOf(unit(changes), usualOf(beside)).map(({ kind }) => kind);

test("A unit stands out by more answers than adults or slips, by answers all alike, straight down, or keyed in; others don't.", () => {
	expect(kinds({})).toEqual([]);
	expect(kinds({ adults: 90 })).toEqual(["beyond-adults"]);
	expect(kinds({ handedOut: 80 })).toEqual(["beyond-slips"]);
	expect(kinds({ identical: 70 })).toEqual(["identical"]);
	expect(kinds({ straight: 40 })).toEqual(["straight"]);
	expect(kinds({ byPaper: 80 })).toEqual(["paper"]);
	// Few answers say nothing of a share, and what is usual everywhere is no sign.
	expect(kinds({ answers: 29, identical: 29 })).toEqual([]);
	expect(
		kinds(
			{ identical: 70 },
			Array.from({ length: 9 }, () => unit({ identical: 60 })),
		),
	).toEqual([]);
	// Nobody to compare with: only what is hard to explain at all.
	expect([kinds({ identical: 70 }, []), kinds({ identical: 95 }, [])]).toEqual([[], ["identical"]]);
	expect(signsOf(unit({ identical: 78 }), usualOf(others))).toEqual([
		{ kind: "identical", share: 0.7, of: null },
	]);
});

test("Of two thousand honest villages hardly one is asked to be looked into.", () => {
	const luck = luckFrom(3);
	const drawn = (answers: number, share: number) => {
		let many = 0;
		for (let at = 0; at < answers; at++) if (luck() < share) many += 1;
		return many;
	};
	let asked = 0;
	for (let district = 0; district < 10; district++) {
		const villages = Array.from({ length: 200 }, () => {
			const answers = 10 + Math.floor(luck() * 190);
			const alike = { identical: drawn(answers, 0.25), straight: drawn(answers, 0.03) };
			return unit({ answers, bySlip: answers, ...alike, byPaper: drawn(answers, 0.2) });
		});
		const usual = usualOf(villages);
		for (const one of villages) if (signsOf(one, usualBeside(one, usual)).length > 0) asked += 1;
	}
	expect(asked).toBeLessThanOrEqual(2);
});

test("Straight down says something only where no contented person would tick so: where a question has a right answer.", () => {
	expect(columnsOf(newestQuestionnaire)[0]).toMatchObject({ satisfied: "5", does: "bills" });
	expect(columnsOf(readyQuestionnaires.find(({ key }) => key === "activity") ?? newestQuestionnaire)).toEqual(
		[],
	);
});

test("At the closing each village is compared with the others: one filled in by one hand is to be looked into, with the reason.", async () => {
	const units = ["sy", "lf", "xw", "nb", "dx", "xx"];
	await openDistrictWave(units);
	const luck = luckFrom(5);
	const pick = (options: string[]) => options[Math.floor(luck() * options.length)] ?? "";
	const honest = (): Said => ({
		...{ satisfied: pick(["5", "5", "4", "3", "2"]), does: pick(["helps", "helps", "bills"]) },
		...{ comes: pick(["residents", "cadres"]), accounts: pick(["members", "unknown"]) },
		...{ took: pick(["yes", "no"]), sex: pick(["female", "male"]), age: pick(["18", "35", "50", "65"]) },
	});
	for (const one of units.slice(1)) await answered(one, Array.from({ length: 60 }, honest));
	const written = [...people(50, 200, { sex: "female" }), ...Array.from({ length: 10 }, honest)];
	await answered("sy", written);
	const counts = "select wave, unit, counts from tally order by wave, unit";
	const before = await env.DB.prepare(counts).all();
	await submit("/o/jx/surveys/d1/closing", { id: "c1", handed_out: "0" }, district);
	type Seen = { published: { signs?: { kind: string }[]; flagged?: number } };
	const seen = async (place: string) =>
		(await facts<Seen>(`/o/${place}/surveys/d1`, "districtStaff")).published;
	expect((await seen("sy")).signs?.map(({ kind }) => kind)).toEqual(["identical"]);
	expect((await seen("lf")).signs).toEqual([]);
	expect([(await seen("jx")).flagged, (await seen("bs")).flagged]).toEqual([1, 0]);
	const page = await visit("/o/sy/surveys/d1", { as: "secretary" });
	for (const words of ["看一看", "成多的答卷每一题都一样", "不是说谁做了假"])
		expect(page.text).toContain(words);
	const above = await visit("/o/jx/surveys/d1", district);
	expect(above.text).toContain("有 1 个单位的答卷和别处很不一样");
	const map = await visit("/o/jx/surveys/d1/map", district);
	expect(map.text).toContain('id="signs"');
	// Not one answer is gone, and not one figure is another.
	expect((await env.DB.prepare(counts).all()).results).toEqual(before.results);
	const satisfied = written.filter((said) => said.satisfied === "5" || said.satisfied === "4").length;
	const { figures } = await facts<{ figures: { score: object } }>("/o/sy/surveys/d1", "secretary");
	expect(figures.score).toMatchObject({
		...{ satisfied, answered: 60 },
		...intervalOf({ satisfied, answered: 60, adults: 500 }),
	});
	expect((await visit("/o/lf/surveys/d1", { as: "neighbour" })).text).not.toContain("看一看");
});
