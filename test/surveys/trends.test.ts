import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { newestQuestionnaire } from "../../worker/surveys/questionnaire/ready";
import { intervalOf } from "../../worker/surveys/score/rules";
import { comparableWith } from "../../worker/surveys/trends/rules";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { answered, openDistrictWave, people } from "./district";

beforeEach(beginWorld);

type Figure = { share: number; lower: number; upper: number; base: number } | null;
type Trends = {
	waves: { id: string }[];
	series: { question: string; options: string[]; figures: Figure[] }[];
};
const district = { as: "districtStaff" } as const;

/** Two waves of the district, a year apart; in Lifan few answered. */
async function twoWaves(): Promise<void> {
	for (const [wave, first, every] of [
		["d1", "2025-10-01", 4],
		["d2", "2026-10-01", 20],
	] as const) {
		await openDistrictWave(["sy", "lf", "xw"], wave);
		await env.DB.prepare("update wave set first_day = ? where id = ?").bind(first, wave).run();
		for (const [unit, many] of [
			["sy", 40],
			["lf", 4],
			["xw", 30],
		] as const)
			await answered(unit, people(many, every), wave);
		await submit(`/o/jx/surveys/${wave}/closing`, { id: "c1", handed_out: "0" }, district);
	}
}

test("Every comparable question stands through the years with its interval, as on the pages of its waves.", async () => {
	await twoWaves();
	const { waves, series } = await facts<Trends>("/o/sy/surveys/trends", "secretary");
	expect(waves.map(({ id }) => id)).toEqual(["d1", "d2"]);
	const of = (question: string, option: string) =>
		series.find((one) => one.question === question && one.options.includes(option))?.figures;
	const expected = (satisfied: number) => intervalOf({ satisfied, answered: 40, adults: 500 });
	expect(of("satisfied", "5")).toMatchObject([expected(30), expected(38)]);
	expect(of("does", "helps")).toMatchObject([expected(40), expected(40)]);
	expect(of("sex", "female")).toMatchObject([expected(20), expected(20)]);
	expect(of("aware", "yes")).toMatchObject([expected(40), expected(40)]);
	const page = await visit("/o/sy/surveys/trends", { as: "secretary" });
	for (const words of ["一题一题看变化", "95.0", "协会是做什么的？", "答对", 'class="plot trend"'])
		expect(page.text).toContain(words);
	expect([page.cost.trips, page.cost.rowsRead <= 64]).toEqual([2, true]);
	expect((await visit("/o/sy/surveys", { as: "secretary" })).text).toContain("/o/sy/surveys/trends");
	const csv = await visit("/o/sy/surveys/trends?format=csv", { as: "secretary" });
	expect(csv.text).toContain("满意,2026-10-01");
	expect((await visit("/o/sy/surveys/trends", { as: "neighbour" })).status).toBe(404);
});

test("Of several units what is scored is weighted, as on the result's own page; what is withheld has no trend.", async () => {
	await twoWaves();
	const { series } = await facts<Trends>("/o/jx/surveys/trends", "districtStaff");
	for (const [at, wave] of ["d1", "d2"].entries()) {
		const { figures } = await facts<{
			figures: { score: { share: number; lower: number }; aware: { share: number } };
		}>(`/o/jx/surveys/${wave}`, "districtStaff");
		const shown = (question: string) => series.find((one) => one.question === question)?.figures[at];
		expect(shown("satisfied")).toMatchObject({ share: figures.score.share, lower: figures.score.lower });
		expect(shown("aware")?.share).toBe(figures.aware.share);
	}
	const withheld = await facts<Trends>("/o/lf/surveys/trends", "districtStaff");
	expect(withheld.series).toEqual([]);
	expect((await visit("/o/lf/surveys/trends", district)).text).toContain("还没有两次可比的测评");
});

test("A question that one version in between worded anew is compared from there on only.", () => {
	const version = (number: number, comparable: string[]) => ({
		...newestQuestionnaire,
		version: number,
		comparable,
	});
	const versions = [version(1, []), version(2, ["satisfied", "does"]), version(3, ["satisfied", "took"])];
	const latest = versions[2] ?? newestQuestionnaire;
	expect([...comparableWith(1, latest, versions)]).toEqual(["satisfied"]);
	expect([...comparableWith(2, latest, versions)]).toEqual(["satisfied", "took"]);
	expect(comparableWith(3, latest, versions).size).toBe(latest.questions.length);
	// A version in between that isn't known may have asked anything; so may one that came later.
	for (const known of [[], versions.slice(2), versions.slice(0, 2)])
		expect(comparableWith(1, latest, known).size).toBe(0);
	expect(comparableWith(4, latest, versions).size).toBe(0);
});

test("Of a questionnaire with many versions the newest count, whatever others were asked beside it.", async () => {
	const content = JSON.stringify({ ...newestQuestionnaire, comparable: ["satisfied"] });
	await env.DB.batch(
		["qa", "qb"].flatMap((id) => [
			env.DB.prepare(
				"insert into questionnaire (id, organisation, zh, en, asked, made_from) values (?, 'jx', '问卷', 'Survey', 8, 'x')",
			).bind(id),
			env.DB.prepare(
				`with recursive each (version) as (select 1 union all select version + 1 from each where version < 45)
				insert into edition (questionnaire, version, content, published_on) select ?, version, ?, '2025-01-01' from each`,
			).bind(id, content),
		]),
	);
	await twoWaves();
	const asks = env.DB.prepare("update wave set questionnaire = 'qb', version = ? where id = ?");
	await env.DB.batch([asks.bind(43, "d1"), asks.bind(45, "d2")]);
	const { waves, series } = await facts<Trends>("/o/sy/surveys/trends", "secretary");
	expect(waves.map(({ id }) => id)).toEqual(["d1", "d2"]);
	expect(series.map(({ question }) => question)).toEqual(["satisfied"]);
});
