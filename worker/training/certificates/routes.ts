import * as v from "valibot";
import { paths } from "../../../web/paths";
import { CertificatesPage } from "../../../web/training/certificates";
import { certificatesFacts } from "../../../web/training/facts";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { idSchema } from "../../values/id";
import { taughtOf } from "../activity/taught";
import * as store from "./store";

const faces = { schema: certificatesFacts, page: CertificatesPage };
const issueSchema = v.object({ id: idSchema });

/** Certificates for whoever came to an activity: issued, numbered, printed. */
export const certificates = room()
	.get(
		paths.certificates(":organisation", ":activity"),
		may("see"),
		describe({ summary: "Certificates for whoever came, to print", answers: certificatesFacts }),
		async (c) => {
			const facts = await certificatesHere(c.var, c.req.param("activity"), c.req.url, freshForm());
			return facts ? face(c, faces, facts) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.certificates(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Issue certificates to all who came and have none", takes: issueSchema }),
		async (c) => {
			const { db, place, today } = c.var;
			const id = c.req.param("activity");
			const again = (form: FormState) => certificatesHere(c.var, id, c.req.url, form);
			const read = await bodyOf(c, issueSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				const facts = await again(form);
				return facts
					? mistaken(c, faces, { ...facts, mistakes: form.mistakes })
					: problem(c, 404, "not-found");
			}
			const outcome = await onceAsChange(c.var, id, read.value, (by) =>
				store.issueCertificates(db, place, id, by, today),
			);
			if (outcome === "different") {
				const facts = await again(conflictingForm({}));
				return facts ? different(c, faces, facts) : problem(c, 404, "not-found");
			}
			// "late": whoever came has theirs already, or nobody came, which the page says.
			return made(c, paths.certificates(place.id, id));
		},
	);

/** An activity with its certificates and how many are still to be issued; nothing for a forged id. */
async function certificatesHere(
	{ db, place }: { db: Database; place: Place },
	id: string,
	url: string,
	form: FormState,
) {
	const facts = await taughtOf({ db, place }, id);
	if (!facts) return null;
	const [issued, [count]] = await db.batch([
		store.certificatesOf(db, place, id),
		store.waitingFor(db, place, id),
	]);
	return {
		...facts,
		waiting: count?.waiting ?? 0,
		certificates: issued.map(({ code, ...one }) => ({
			...one,
			address: new URL(paths.confirmation(code), url).href,
		})),
		form,
	};
}
