import { ApplicationPage, applicationFacts } from "../../web/applications/decide";
import { queueSheet } from "../../web/applications/files";
import { JoinPage, joinFacts } from "../../web/applications/join";
import { JoinPosterPage, joinPosterFacts } from "../../web/applications/poster";
import { QueuePage, queueFacts } from "../../web/applications/queue";
import { ReceivedPage, receivedFacts } from "../../web/applications/received";
import { words } from "../../web/applications/words";
import { paths } from "../../web/paths";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { isConstraint } from "../http/once";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { fingerprint } from "../values/id";
import { typedOf } from "../values/typed";
import { applicationSchema, decisionSchema } from "./input";
import * as store from "./store";

const joinFaces = { schema: joinFacts, page: JoinPage };
const decisionFaces = { schema: applicationFacts, page: ApplicationPage };

/** A resident asks to join; the association decides. */
export const applications = room()
	.get(
		paths.join(":organisation"),
		describe({ summary: "The form by which a resident asks to join", answers: joinFacts, open: true }),
		async (c) => {
			const organisation = await store.joinable(c.var.db, c.req.param("organisation"));
			if (!organisation) return problem(c, 404, "not-found");
			return face(c, joinFaces, { organisation, form: freshForm() });
		},
	)
	.post(
		paths.join(":organisation"),
		describe({ summary: "Ask to join", takes: applicationSchema, open: true }),
		async (c) => {
			const organisation = await store.joinable(c.var.db, c.req.param("organisation"));
			if (!organisation) return problem(c, 404, "not-found");
			const read = await bodyOf(c, applicationSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, joinFaces, { organisation, form, mistakes: form.mistakes });
			}
			const outcome = await store.apply(
				c.var.db,
				organisation.id,
				read.value,
				await fingerprint(read.value),
				c.var.today,
			);
			if (outcome === "full") return problem(c, 429, "busy");
			if (outcome === "different")
				return different(c, joinFaces, { organisation, form: conflictingForm(typedOf(read.value)) });
			return made(c, paths.joined(organisation.id));
		},
	)
	.get(
		paths.joined(":organisation"),
		describe({ summary: "The application was received", answers: receivedFacts, open: true }),
		async (c) => {
			const organisation = await store.joinable(c.var.db, c.req.param("organisation"));
			if (!organisation) return problem(c, 404, "not-found");
			return face(c, { schema: receivedFacts, page: ReceivedPage }, { organisation });
		},
	)
	.get(
		paths.joinPoster(":organisation"),
		may("see"),
		describe({ summary: "The poster with the QR code of the join form", answers: joinPosterFacts }),
		(c) =>
			face(
				c,
				{ schema: joinPosterFacts, page: JoinPosterPage },
				{ address: new URL(paths.join(c.var.place.id), c.req.url).href },
			),
	)
	.get(
		paths.applications(":organisation"),
		may("admit members"),
		describe({ summary: "Who waits to join", answers: queueFacts }),
		async (c) => {
			const waiting = await store.queueOf(c.var.db, c.var.place);
			const format = formatOf(c);
			if (format) return file(c, format, queueSheet({ waiting }, c.var.language));
			return face(c, { schema: queueFacts, page: QueuePage }, { waiting });
		},
	)
	.get(
		paths.application(":organisation", ":application"),
		may("admit members"),
		describe({ summary: "One application, to decide on", answers: applicationFacts }),
		async (c) => {
			const application = await store.applicationOf(c.var.db, c.var.place, c.req.param("application"));
			if (!application) return problem(c, 404, "not-found");
			return face(c, decisionFaces, { application, form: freshForm() });
		},
	)
	.post(
		paths.application(":organisation", ":application"),
		may("admit members"),
		describe({ summary: "Approve or decline", takes: decisionSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const application = await store.applicationOf(db, place, c.req.param("application"));
			if (!application) {
				const known = await store.decisionOn(db, place, c.req.param("application"));
				if (!known) return problem(c, 404, "not-found");
				say(c, words[language].already(known.name, known.outcome));
				return made(c, paths.applications(place.id));
			}
			const read = await bodyOf(c, decisionSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, decisionFaces, { application, form, mistakes: form.mistakes });
			}
			const how = { by: reader.person, today, reason: read.value.reason };
			const decide = read.value.outcome === "approved" ? store.approve : store.decline;
			try {
				await decide(db, place, application, how);
				say(c, words[language].decided(application.name, read.value.outcome));
			} catch (error) {
				if (!isConstraint(error)) throw error;
				// Somebody else was quicker: their decision stands, and this one changed nothing.
				const known = await store.decisionOn(db, place, application.id);
				if (!known) throw error;
				say(c, words[language].already(known.name, known.outcome));
			}
			return made(c, paths.applications(place.id));
		},
	);
