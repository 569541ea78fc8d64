import { env } from "cloudflare:workers";
import type { Trainee } from "../../worker/tables/training";

type Row = Record<string, string | number | null>;
const all = async (table: string) => (await env.DB.prepare(`select * from ${table}`).all<Row>()).results;

/** A topic as it is asked for: since when, and of whom. */
export type Asked = { id: string; since: string; whom: readonly Trainee[] };

/**
 * Who had to be trained on a day and who was, counted by hand from every row there is, without an index or a join: what the
 * product's figures, names and boards are held against. By organisation and topic, people by id.
 */
export async function recount(asked: readonly Asked[], day: string) {
	const [organisations, memberships, holders, activities, attendances, marks, elsewhere] = await Promise.all(
		["organisation", "membership", "holder", "activity", "attendance", "taught", "trained_elsewhere"].map(
			all,
		),
	);
	const practice = new Set(organisations?.filter((one) => one.practice === 1).map(({ id }) => id));
	const holds = (one: Row) =>
		String(one.from_day) <= day && (one.to_day === null || String(one.to_day) > day);
	const inTime = (on: unknown, since: string) => String(on) >= since && String(on) <= day;
	const result = new Map<string, { reached: string[]; unreached: string[] }>();
	for (const { id: topic, since, whom } of asked)
		for (const { id: organisation } of organisations ?? []) {
			const people = new Set<string>();
			for (const one of memberships ?? [])
				if (one.organisation === organisation && holds(one) && whom.includes("member"))
					people.add(String(one.person));
			for (const one of holders ?? [])
				if (one.organisation === organisation && holds(one) && whom.includes(one.post as Trainee))
					people.add(String(one.person));
			const wasReached = (person: string) => {
				const came = attendances?.some((attendance) => {
					const activity = activities?.find(
						(one) => one.organisation === attendance.organisation && one.id === attendance.activity,
					);
					const taught = (marks ?? []).filter(
						(one) => one.organisation === attendance.organisation && one.activity === attendance.activity,
					);
					const teaches =
						taught.some((one) => one.topic === topic) ||
						(topic === "year" && (taught.length > 0 || activity?.kind === "training"));
					return (
						attendance.person === person &&
						teaches &&
						inTime(activity?.day, since) &&
						(attendance.organisation === organisation || !practice.has(attendance.organisation ?? ""))
					);
				});
				const away = elsewhere?.some(
					(one) =>
						one.person === person && (one.topic === topic || topic === "year") && inTime(one.day, since),
				);
				return Boolean(came || away);
			};
			const sorted = [...people].sort();
			if (sorted.length > 0)
				result.set(`${organisation} ${topic}`, {
					reached: sorted.filter(wasReached),
					unreached: sorted.filter((person) => !wasReached(person)),
				});
		}
	return result;
}
