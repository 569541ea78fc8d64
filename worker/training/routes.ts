import { paths } from "../../web/paths";
import { CoveragePage } from "../../web/training/coverage";
import { trainingFacts, trainingPeopleFacts } from "../../web/training/facts";
import { coverageSheet, peopleSheet } from "../../web/training/files";
import { InvitationPage } from "../../web/training/invitation";
import { TrainingPeoplePage } from "../../web/training/people";
import { byName } from "../activities/report/rules";
import { describe } from "../http/describe";
import { type Place, room } from "../http/door";
import { face } from "../http/face";
import { file, formatOf } from "../http/file";
import { problem } from "../http/problem";
import { may } from "../middleware/may";
import { anyBelow } from "../officers/store";
import { mayBelow } from "../roles/may";
import type { Database } from "../tables/database";
import { anyTraining } from "../tables/training";
import { type Day, pastDay } from "../values/day";
import { wantedOn } from "./rules";
import * as store from "./store";

const peopleFaces = { schema: trainingPeopleFacts, page: TrainingPeoplePage };
const invitationFaces = { schema: trainingPeopleFacts, page: InvitationPage };

/** How an organisation's own people stand with their training: figures, names, and an invitation for whoever is not reached. */
export const trainings = room()
	.get(
		paths.training(":organisation"),
		may("see"),
		describe({
			summary: "Who had to be trained, and who was, by topic, as of any day",
			answers: trainingFacts,
		}),
		async (c) => {
			const { db, place, today, language } = c.var;
			const day = pastDay(c.req.query("day"), today);
			const [topics, requirements, figures, below] = await db.batch([
				...store.topicsAndRequirements(db),
				store.figuresOf(db, place, day),
				anyBelow(db, place),
			]);
			const wanted = wantedOn(topics, requirements, day);
			const facts = {
				day,
				isRoot: place.path === `${place.id}/`,
				leads: below.length > 0 && mayBelow(place.holds, "see"),
				topics: wanted.map(({ whom, since, ...topic }) => {
					const { owed = 0, reached = 0 } = figures.find((one) => one.topic === topic.id) ?? {};
					return { ...topic, since, whom: [...whom], owed, reached };
				}),
			};
			const format = formatOf(c);
			return format
				? file(c, format, coverageSheet(facts, language))
				: face(c, { schema: trainingFacts, page: CoveragePage }, facts);
		},
	)
	.get(
		paths.trainingPeople(":organisation"),
		may("see"),
		describe({
			summary: "The names behind a figure: reached, and not reached",
			answers: trainingPeopleFacts,
		}),
		async (c) => {
			const facts = await peopleFacts(c.var, c.req.query());
			if (!facts) return problem(c, 404, "not-found");
			const format = formatOf(c);
			return format ? file(c, format, peopleSheet(facts, c.var.language)) : face(c, peopleFaces, facts);
		},
	)
	.get(
		paths.trainingInvitation(":organisation"),
		may("see"),
		describe({
			summary: "An invitation for whoever was not reached yet, to print",
			answers: trainingPeopleFacts,
		}),
		async (c) => {
			const facts = await peopleFacts(c.var, { ...c.req.query(), show: "unreached" });
			return facts ? face(c, invitationFaces, facts) : problem(c, 404, "not-found");
		},
	);

type Inside = { db: Database; place: Place; today: Day };

/** Everybody who had to be trained in a topic, counted and listed from the same rows; nothing for a topic that isn't required. */
async function peopleFacts({ db, place, today }: Inside, query: Record<string, string>) {
	const day = pastDay(query.day, today);
	const asked = query.topic ?? anyTraining;
	const [topics, requirements, trained] = await db.batch([
		...store.topicsAndRequirements(db),
		store.peopleOf(db, place, asked, day),
	]);
	const topic = wantedOn(topics, requirements, day).find(({ id }) => id === asked);
	if (!topic) return null;
	const people = byName(trained);
	const show = query.show === "reached" ? ("reached" as const) : ("unreached" as const);
	const shown = people.filter(({ reached }) => (reached === 1) === (show === "reached"));
	const { whom, ...rest } = topic;
	return {
		...{ day, show },
		topic: { ...rest, whom: [...whom] },
		owed: people.length,
		reached: people.filter(({ reached }) => reached === 1).length,
		people: shown.map(({ id, name, telephone, member }) => ({ id, name, telephone, member: member === 1 })),
	};
}
