import { eq } from "drizzle-orm";
import { paths } from "../../../web/paths";
import { topicFormFacts, topicListFacts } from "../../../web/training/facts";
import { TopicListPage, TopicPage } from "../../../web/training/topics";
import { words } from "../../../web/training/words";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { topic, trainees } from "../../tables/training";
import { yearOf } from "../../values/day";
import { fingerprint } from "../../values/id";
import { type Typed, typedOf } from "../../values/typed";
import { requirementSchema, topicSchema } from "../input";
import { mostTopics, topicsAndRequirements } from "../store";
import { defineTopic, require } from "./store";

const listFaces = { schema: topicListFacts, page: TopicListPage };
const topicFaces = { schema: topicFormFacts, page: TopicPage };
const isRoot = (place: Place) => place.path === `${place.id}/`;

/** What is taught, and who has to be trained in it: the root defines it for the whole tree. */
export const topics = room()
	.get(
		paths.topics(":organisation"),
		may("set the rules"),
		describe({ summary: "What is taught, and of whom it is required", answers: topicListFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			if (!isRoot(place)) return problem(c, 404, "not-found");
			const usual = { from_year: yearOf(today), years: 1, target: 95, whom: [...trainees] };
			return face(c, listFaces, { topics: await topicsOf(db), form: freshForm(typedTo(usual)) });
		},
	)
	.post(
		paths.topics(":organisation"),
		may("set the rules"),
		describe({ summary: "Define a topic", takes: topicSchema }),
		async (c) => {
			const { db, place, reader, language } = c.var;
			if (!isRoot(place)) return problem(c, 404, "not-found");
			const read = await bodyOf(c, topicSchema);
			const known = await topicsOf(db);
			const again = read.ok && known.some(({ id }) => id === read.value.id);
			if (!read.ok || (known.length >= mostTopics && !again)) {
				const form = mistakenForm(
					read.ok
						? { ok: false, mistakes: { zh: `too-many-topics ${mostTopics}` }, typed: typedTo(read.value) }
						: read,
				);
				return mistaken(c, listFaces, { topics: known, form, mistakes: form.mistakes });
			}
			const { id } = read.value;
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() => defineTopic(db, place, read.value, { id, madeFrom, by: reader.person }),
				async () =>
					(await db.select({ madeFrom: topic.madeFrom }).from(topic).where(eq(topic.id, id)))[0]?.madeFrom,
				madeFrom,
			);
			if (outcome === "different")
				return different(c, listFaces, { topics: known, form: conflictingForm(typedTo(read.value)) });
			say(c, words[language].topicDefined(read.value.zh));
			return made(c, paths.topics(place.id));
		},
	)
	.get(
		paths.topic(":organisation", ":topic"),
		may("set the rules"),
		describe({ summary: "A topic: of whom it is required, from a year on", answers: topicFormFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const facts = isRoot(place) && (await topicOf(db, c.req.param("topic")));
			if (!facts) return problem(c, 404, "not-found");
			const [latest] = facts.requirements;
			const { years = 1, target = 95, whom = [] } = latest ?? {};
			const form = freshForm(typedTo({ from_year: yearOf(today), years, target, whom }));
			return face(c, topicFaces, { ...facts, form });
		},
	)
	.post(
		paths.topic(":organisation", ":topic"),
		may("set the rules"),
		describe({ summary: "Set of whom a topic is required from a year on", takes: requirementSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const facts = isRoot(place) && (await topicOf(db, c.req.param("topic")));
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, requirementSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, topicFaces, { ...facts, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, `topic ${facts.topic.id}`, read.value, (by) =>
				require(db, place, facts.topic.id, read.value, by),
			);
			if (outcome === "different")
				return different(c, topicFaces, { ...facts, form: conflictingForm(typedTo(read.value)) });
			say(c, words[language].saved);
			return made(c, paths.topics(place.id));
		},
	);

/** A typed body as its form shows it: the ticked boxes as a list. */
const typedTo = (value: Record<string, unknown> & { whom: readonly string[] }): Typed => ({
	...typedOf({ ...value, whom: "" }),
	whom: [...value.whom],
});

/** Every topic with all that was ever required, the latest first. */
async function topicsOf(db: Database) {
	const [known, requirements] = await db.batch(topicsAndRequirements(db));
	return known.map((one) => ({
		...one,
		requirements: requirements
			.filter((required) => required.topic === one.id)
			.sort((a, b) => b.fromYear - a.fromYear)
			.map(({ fromYear, years, whom, target }) => ({ fromYear, years, whom, target })),
	}));
}

async function topicOf(db: Database, id: string) {
	const found = (await topicsOf(db)).find((one) => one.id === id);
	if (!found) return null;
	const { requirements, ...rest } = found;
	return { topic: rest, requirements };
}
