import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { hiddenName, hidingMistake } from "../../worker/surveys/remarks/rules";
import { fingerprint } from "../../worker/values/id";
import { facts, submit, visit } from "../doors";
import { beginWorld, standOn } from "../world";
import { answered, openDistrictWave, people } from "./district";

const address = "/o/sy/surveys/d1/remarks";
const secretary = { as: "secretary" } as const;
/** Who assesses from above. */
const assessor = { as: "townshipStaff" } as const;
type Facts = {
	count: number | null;
	texts: { remark: number; text: string; tags: string[] }[];
	tags: { tag: string; texts: number }[];
	hidings: { by: string; texts: number }[];
};
const read = (query = "", as: "secretary" | "leader" | "townshipStaff" = "secretary") =>
	facts<Facts>(`${address}${query}`, as);

/** Sixty texts in Shangyuan, two of which name somebody; four in Lifan. */
beforeEach(() =>
	standOn("a wave with texts", async () => {
		await beginWorld();
		await openDistrictWave(["sy", "lf", "xw", "nb"]);
		const wrote = (many: number, text: (at: number) => string) =>
			people(many).map((one, at) => ({ ...one, remark: text(at) }));
		await answered(
			"sy",
			wrote(60, (at) =>
				at < 2 ? `王小虎做事${at === 0 ? "很好" : "拖拉，\n“王小虎”"}` : `路灯不亮，第 ${at} 户`,
			),
		);
		await answered(
			"lf",
			wrote(4, () => "太少的话"),
		);
		for (const unit of ["xw", "nb"]) await answered(unit, people(20));
		await submit("/o/jx/surveys/d1/closing", { id: "c1", handed_out: "0" }, { as: "districtStaff" });
	}),
);

test("What people wrote is searched and tagged: a tag is put on those ticked, looked at, and taken off again.", async () => {
	const first = await visit(address, secretary);
	for (const words of ["王小虎做事很好", "60", "给打勾的贴标签", "第 1 页，共 2 页"])
		expect(first.text).toContain(words);
	expect(first.cost.trips).toBe(2);
	expect((await read("?q=路灯")).texts).toHaveLength(58);
	expect((await read("?q=没有的字")).texts).toEqual([]);
	const lamps = (await read("?page=2")).texts.map(({ remark }) => remark);
	expect(lamps).toEqual([50, 51, 52, 53, 54, 55, 56, 57, 58, 59]);
	const tagging = { id: "g1", tag: "路灯", remarks: ["50", "51", "999"] };
	const put = await submit(`${address}/tags?page=2`, tagging, secretary);
	expect([put.status, put.headers.get("Location")]).toEqual([303, `${address}?page=2`]);
	expect((await submit(`${address}/tags`, tagging, secretary)).status).toBe(303);
	expect((await submit(`${address}/tags`, { ...tagging, tag: "别的" }, secretary)).status).toBe(409);
	// A number that no text has gets no tag.
	expect((await read()).tags).toEqual([{ tag: "路灯", texts: 2 }]);
	expect((await read("?tag=路灯")).texts.map(({ remark, tags }) => [remark, tags])).toEqual([
		[50, ["路灯"]],
		[51, ["路灯"]],
	]);
	expect((await visit(`${address}?tag=路灯`, secretary)).text).toContain("从打勾的去掉“路灯”");
	await submit(`${address}/tags`, { id: "g2", tag: "路灯", off: "on", remarks: "50" }, secretary);
	expect((await read()).tags).toEqual([{ tag: "路灯", texts: 1 }]);
	const none = await submit(`${address}/tags`, { id: "g3", tag: "空" }, secretary);
	expect([none.status, none.text.includes("还没有打勾")]).toEqual([422, true]);
});

test("A name is hidden for good: for everybody, in every text of it, in the answers too; that it was is listed, with no name.", async () => {
	const hiding = { id: "h1", name: "王小虎" };
	expect((await submit(`${address}/hidings`, hiding, assessor)).status).toBe(303);
	// A second copy of the form is the first one; one with another name isn't.
	expect((await submit(`${address}/hidings`, hiding, assessor)).status).toBe(303);
	expect((await submit(`${address}/hidings`, { ...hiding, name: "第 7 户" }, assessor)).status).toBe(409);
	for (const as of ["secretary", "leader", "townshipStaff"] as const) {
		const { texts, hidings } = await read("?q=做事", as);
		expect(texts.map(({ text }) => text).sort()).toEqual(["某某做事很好", "某某做事拖拉，\n“某某”"]);
		expect(hidings).toMatchObject([{ by: "郑新富", texts: 2 }]);
	}
	expect((await read("?page=2")).texts).toHaveLength(10);
	const lead = (await visit(address, secretary)).text;
	expect(lead).toContain("郑新富遮住了 2 条里的一个名字");
});

test("A name is hidden however it is written in capitals, as it is found: in the texts, the answers and the tags.", async () => {
	await env.DB.batch([
		env.DB.prepare(`update answer set said = json_set(said, '$.remark', 'Wang Li helps; WANG LI too, wang li.') where unit = 'sy'
			and said ->> '$.remark' like '路灯不亮，第 9 户'`),
		env.DB.prepare(`update remarks set texts = (select json_group_array(case value when '路灯不亮，第 9 户'
			then 'Wang Li helps; WANG LI too, wang li.' else value end) from json_each(remarks.texts)) where unit = 'sy'`),
	]);
	const { texts } = await read("?q=wANG li");
	await submit(`${address}/tags`, { id: "g7", tag: "Wang LI", remarks: String(texts[0]?.remark) }, secretary);
	expect((await submit(`${address}/hidings`, { id: "h1", name: "wang Li" }, assessor)).status).toBe(303);
	expect((await everything()).toLowerCase()).not.toContain("wang li");
	expect((await read("?q=[name]")).texts).toMatchObject([
		{ text: "[name] helps; [name] too, [name].", tags: ["[name]"] },
	]);
	const said =
		"select count(*) as n from answer where said ->> '$.remark' = '[name] helps; [name] too, [name].'";
	expect(await env.DB.prepare(said).first("n")).toBe(1);
});

test("Copies of one hiding at once are one; several hidings of one name at once hide it once, and are kept once.", async () => {
	const hide = (id: string, name = "王小虎") => submit(`${address}/hidings`, { id, name }, assessor);
	const copies = await Promise.all(Array.from({ length: 5 }, () => hide("h1")));
	expect(copies.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
	const several = await Promise.all(["h2", "h3", "h4"].map((id) => hide(id, "第 7 户")));
	// Whoever comes when all is done is told that these words stand nowhere.
	for (const { status, text } of several) expect(status === 303 || text.includes("没有这几个字")).toBe(true);
	expect((await read()).hidings.map(({ texts }) => texts).sort()).toEqual([1, 2]);
});

test("A hidden name stands nowhere in the database, as a tag neither, and can't be found by trying what names are kept as.", async () => {
	const tagging = { id: "g4", tag: "王小虎的事", off: false, remarks: ["0", "1"] };
	for (const [id, tag] of [
		["g4", tagging.tag],
		["g5", "某某的事"],
	] as const)
		await submit(`${address}/tags`, { id, tag, remarks: tagging.remarks }, secretary);
	const hiding = { id: "h1", name: "王小虎" };
	const tried = [await fingerprint(hiding), await fingerprint(tagging)];
	expect(await everything()).toContain(tried[1]);
	await submit(`${address}/hidings`, hiding, assessor);
	const kept = await everything();
	for (const told of ["王小虎", ...tried]) expect(kept).not.toContain(told);
	expect((await read()).tags).toEqual([{ tag: "某某的事", texts: 2 }]);
});

/** Every row of every table, as text. */
async function everything(): Promise<string> {
	const tables = await env.DB.prepare(
		"select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
	).all<{ name: string }>();
	const all = await Promise.all(
		tables.results.map(({ name }) => env.DB.prepare(`select * from "${name}"`).all()),
	);
	return JSON.stringify(all.map(({ results }) => results));
}

test("Every hiding is listed, however many taggings came after it.", async () => {
	await submit(`${address}/hidings`, { id: "h1", name: "王小虎" }, assessor);
	for (let at = 0; at < 13; at++)
		await submit(`${address}/tags`, { id: `g${at}`, tag: "路灯", remarks: "50" }, secretary);
	await env.DB.prepare("update change set at = at - 60 where act = 'hid a name'").run();
	expect((await read()).hidings).toMatchObject([{ texts: 2 }]);
});

test("An opinion is no name: words that many wrote, a single letter or a sentence aren't hidden.", async () => {
	for (const [name, words] of [
		["路灯", "不像人名"],
		["王", "两个字以上"],
		["很好，谢谢", "不带标点"],
		["村主任贪污会费", "不带标点"],
		["李四", "没有这几个字"],
	]) {
		const refused = await submit(`${address}/hidings`, { id: "h2", name: name ?? "" }, assessor);
		expect([refused.status, refused.text.includes(words ?? "")], name).toEqual([422, true]);
	}
	expect([hidingMistake(5, 12), hidingMistake(6, 12), hidingMistake(9, 100)]).toEqual([
		null,
		"too-many-texts 6",
		null,
	]);
	expect([hiddenName("王小虎"), hiddenName("Wang Xiaohu")]).toEqual(["某某", "[name]"]);
});

test("Who only sees reads and changes nothing; who assesses from above may; the neighbour finds no such page; small bases stay shut.", async () => {
	const sent = { id: "g9", tag: "好", remarks: ["0"] };
	for (const as of ["leader", "neighbour"] as const)
		expect((await submit(`${address}/tags`, sent, { as })).status, as).toBe(404);
	// It is the village that is judged: nothing said of it is for its own officers to hide.
	for (const as of ["leader", "neighbour", "secretary"] as const)
		expect((await submit(`${address}/hidings`, { id: "h9", name: "王小虎" }, { as })).status, as).toBe(404);
	expect((await visit(address, secretary)).text).not.toContain("遮住人名");
	expect((await visit(address, { as: "leader" })).text).not.toContain("遮住人名");
	expect((await visit(address, { as: "neighbour" })).status).toBe(404);
	expect((await submit(`${address}/tags`, sent, { as: "townshipStaff" })).status).toBe(303);
	const small = "/o/lf/surveys/d1/remarks";
	for (const query of ["", "?q=太少", "?tag=好"]) {
		const page = await visit(`${small}${query}`, { as: "districtStaff" });
		expect([page.status, page.text.includes("太少的话")], query).toEqual([200, false]);
	}
	expect((await submit(`${small}/tags`, sent, { as: "neighbour" })).status).toBe(404);
});
