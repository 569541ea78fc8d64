import { paths } from "../../web/paths";
import { newId, newSecret, sha256 } from "../../worker/values/id";

const SEVEN_DAYS = 7 * 24 * 60 * 60;

/** Ways in, each as somebody who holds that post: the district's and a township's staff, a village's secretary; as paths. */
export async function openDoors(database, { tree, today }) {
	const seat = (id, post) =>
		tree.find((one) => one.id === id).officers.find((one) => one.post === post).person;
	const village = tree.find(({ kind }) => kind === "village");
	// The secretary's village has two scores to compare; the respondent is asked where a wave still runs.
	const asking = tree.find(({ waves }) => waves?.some(({ closed }) => !closed));
	const wave = asking.waves.find(({ closed }) => !closed);
	const staff = seat("jx", "staff");
	return {
		district: paths.enter(await makeLink(database, staff)),
		township: paths.enter(await makeLink(database, seat(village.parent, "staff"))),
		secretary: paths.enter(await makeLink(database, seat(village.id, "secretary-general"))),
		survey: paths.answer(wave.id, asking.id),
		token: await makeToken(database, staff, today),
	};
}

async function makeLink(database, person) {
	const secret = newSecret();
	await database
		.prepare(
			"INSERT INTO link (hash, kind, person, name, expires_at) VALUES (?, 'device', ?, ?, unixepoch() + ?)",
		)
		.bind(await sha256(secret), person.id, person.name, SEVEN_DAYS)
		.run();
	return secret;
}

async function makeToken(database, person, today) {
	const secret = newSecret();
	await database
		.prepare(`INSERT INTO session (hash, id, person, kind, label, reads_only, made_on, seen_on, expires_at)
			VALUES (?, ?, ?, 'program', 'demonstration', 0, ?, ?, unixepoch() + ?)`)
		.bind(await sha256(secret), newId(), person.id, today, today, SEVEN_DAYS)
		.run();
	return secret;
}
