import { paths } from "../../../web/paths";
import { JoiningPage, joiningFacts as joiningSchemaFacts } from "../../../web/people/joining";
import { PairPage, pairFacts as pairSchemaFacts } from "../../../web/people/pair";
import { words } from "../../../web/people/words";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Door, type Place, type Reader, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { typedOf } from "../../values/typed";
import { joiningFacts, pairFacts } from "./facts";
import { joiningSchema, meantSchema } from "./input";
import { pairOf } from "./pair";
import type { Choice } from "./rules";
import * as undoing from "./separation";
import * as store from "./store";

const pairFaces = { schema: pairSchemaFacts, page: PairPage };
const joiningFaces = { schema: joiningSchemaFacts, page: JoiningPage };

type Inside = Door["Variables"] & { place: Place; reader: Reader };
const pairAt = ({ db, place, reader, today }: Inside, one: string, other: string) =>
	pairOf(db, place, reader, today, [one, other]);

/** Two records become one person, by somebody's decision; and that decision undone. */
export const joinings = room()
	.get(
		paths.duplicate(":organisation", ":member", ":other"),
		may("register members"),
		describe({ summary: "Two records side by side", answers: pairSchemaFacts }),
		async (c) => {
			const pair = await pairAt(c.var, c.req.param("member"), c.req.param("other"));
			return pair ? face(c, pairFaces, pairFacts(pair, freshForm())) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.joinings(":organisation", ":member", ":other"),
		may("register members"),
		describe({ summary: "Join two records", takes: joiningSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const read = await bodyOf(c, joiningSchema);
			const [one, other] = [c.req.param("member"), c.req.param("other")];
			const pair = await pairAt(c.var, one, other);
			if (!pair) {
				// Once joined the two are no pair any more, so a second copy is known by its id.
				const known = read.ok && (await store.joiningMade(db, place, read.value.id));
				return known && read.ok && known === (await madeFromOf(read.value, one, other))
					? made(c, paths.joining(place.id, read.value.id))
					: problem(c, 404, "not-found");
			}
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, pairFaces, { ...pairFacts(pair, form), mistakes: form.mistakes });
			}
			const { id, ...choice } = read.value;
			if (pair.refusal) {
				const form = mistakenForm({
					ok: false,
					mistakes: { form: pair.refusal },
					typed: typedOf(read.value),
				});
				return mistaken(c, pairFaces, { ...pairFacts(pair, form, choice), mistakes: form.mistakes });
			}
			const madeFrom = await madeFromOf(read.value, one, other);
			const outcome = await once(
				() => store.joinPeople(db, place, pair, choice as Choice, { id, madeFrom, by: reader.person }, today),
				() => store.joiningMade(db, place, id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, pairFaces, pairFacts(pair, conflictingForm(typedOf(read.value)), choice));
			say(c, words[language].joined);
			return made(c, paths.joining(place.id, id));
		},
	)
	.get(
		paths.joining(":organisation", ":joining"),
		may("register members"),
		describe({ summary: "A joining, and what it moved", answers: joiningSchemaFacts }),
		async (c) => {
			const { db, place, reader, today } = c.var;
			const joining = await undoing.joiningOf(db, place, reader, today, c.req.param("joining"));
			return joining
				? face(c, joiningFaces, joiningFacts(joining, freshForm()))
				: problem(c, 404, "not-found");
		},
	)
	.post(
		paths.separation(":organisation", ":joining"),
		may("register members"),
		describe({ summary: "Undo a joining", takes: meantSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const joining = await undoing.joiningOf(db, place, reader, today, c.req.param("joining"));
			if (!joining) return problem(c, 404, "not-found");
			const here = paths.joining(place.id, joining.id);
			const read = await bodyOf(c, meantSchema);
			if (!read.ok || joining.refusal) {
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: { form: joining.refusal ?? "" }, typed: {} } : read,
				);
				return mistaken(c, joiningFaces, { ...joiningFacts(joining, form), mistakes: form.mistakes });
			}
			if (joining.separatedOn) return made(c, here);
			const madeFrom = await fingerprint(joining.id);
			const outcome = await once(
				() => undoing.separate(db, place, joining, { id: read.value.id, madeFrom, by: reader.person }, today),
				() => undoing.separationMade(db, place, joining.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, joiningFaces, joiningFacts(joining, conflictingForm({})));
			say(c, words[language].separated);
			return made(c, here);
		},
	);

const madeFromOf = (body: object, one: string, other: string) => fingerprint([one, other, body]);
