import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Post } from "../worker/roles/may";
import { dayOf, nowInSeconds } from "../worker/values/day";
import { sha256 } from "../worker/values/id";
import { type Ground, groundAsItStands, standAgain } from "./ground";

declare global {
	namespace Cloudflare {
		interface Env {
			DB: D1Database;
			TEST_MIGRATIONS: Parameters<typeof applyD1Migrations>[1];
		}
	}
}

/**
 * One small world with known people and dates. 锦溪区 Jinxi district; below it 青桥镇 Qingqiao township; below that two
 * villages, 上园村 Shangyuan and 里畈村 Lifan. 吴美珍 keeps Shangyuan's books, 郑丽君 Lifan's.
 */
export const places = {
	district: { id: "jx", name: "锦溪区计划生育协会", kind: "district", parent: null, path: "jx/" },
	township: { id: "qq", name: "青桥镇计划生育协会", kind: "township", parent: "jx", path: "jx/qq/" },
	village: { id: "sy", name: "上园村计划生育协会", kind: "village", parent: "qq", path: "jx/qq/sy/" },
	neighbour: { id: "lf", name: "里畈村计划生育协会", kind: "village", parent: "qq", path: "jx/qq/lf/" },
} as const;

/** Who signs in: name, post, where. */
export const cast = {
	owner: { id: "p0", name: "盛雅芬", post: "owner", at: "jx" },
	districtStaff: { id: "p1", name: "金建国", post: "staff", at: "jx" },
	townshipStaff: { id: "p2", name: "郑新富", post: "staff", at: "qq" },
	secretary: { id: "p3", name: "吴美珍", post: "secretary-general", at: "sy" },
	neighbour: { id: "p4", name: "郑丽君", post: "secretary-general", at: "lf" },
	leader: { id: "p5", name: "方志明", post: "group-leader", at: "sy" },
} as const satisfies Record<string, { id: string; name: string; post: Post; at: string }>;
export type Who = keyof typeof cast;

/** The secret of somebody's session, as their cookie or bearer token carries it. */
export const secretOf = (who: Who, kind: "device" | "program" = "device") =>
	`${who}-${kind}-`.padEnd(43, "x");

/** Every organisation has stood as it stands since 1900. */
export const stages = `insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at)
	select id, id, '1900-01-01', 'entered', name, kind, parent, path, status, 0 from organisation`;

const grounds = new Map<string, Ground>();

/** Puts the database into a state that is laid once and put back after that, which takes a tenth of the time. */
export async function standOn(name: string, lay: () => Promise<void>): Promise<void> {
	const ground = grounds.get(name);
	// A test that tore the tables down leaves nothing to stand on.
	if (ground && (await standAgain(ground))) return;
	await lay();
	grounds.set(name, await groundAsItStands());
}

/** Empties the database and lays the ground anew. */
async function layGround(): Promise<void> {
	await reset();
	await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
	// Where files share one Worker a reset may come a moment late: then what stood before still stands.
	const left = await env.DB.prepare("select count(*) as n from organisation").first<number>("n");
	if (left) await layGround();
}

/** Empties the database, lays the ground anew and puts the world into it. */
export const beginWorld = () => standOn("the world", layWorld);

async function layWorld(): Promise<void> {
	await layGround();
	const statements = [
		...Object.values(places).map(({ id, name, kind, parent, path }) =>
			env.DB.prepare(
				"insert into organisation (id, parent, path, kind, name, adults, households, made_from) values (?, ?, ?, ?, ?, 500, 180, 'world')",
			).bind(id, parent, path, kind, name),
		),
		...Object.values(cast).flatMap(({ id, name, post, at }) => [
			env.DB.prepare("insert into person (id, name, made_from) values (?, ?, 'world')").bind(id, name),
			env.DB.prepare(
				"insert into holder (organisation, id, person, post, from_day) values (?, ?, ?, ?, '2024-03-01')",
			).bind(at, `h${id}`, id, post),
		]),
	];
	await env.DB.batch([...statements, env.DB.prepare(stages)]);
	for (const who of Object.keys(cast) as Who[]) {
		for (const kind of ["device", "program"] as const) {
			const today = dayOf(nowInSeconds(), "Asia/Shanghai");
			await env.DB.prepare("insert into session values (?, ?, ?, ?, 'test', 0, ?, ?, unixepoch() + 86400)")
				.bind(
					await sha256(secretOf(who, kind)),
					`${kind[0]}${cast[who].id}`,
					cast[who].id,
					kind,
					today,
					today,
				)
				.run();
		}
	}
}
