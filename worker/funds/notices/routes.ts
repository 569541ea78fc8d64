import { NoticesPage, noticesFacts } from "../../../web/funds/notices";
import { words } from "../../../web/funds/notices-words";
import { PublicNoticePage, publicNoticeFacts } from "../../../web/funds/public-notice";
import { paths } from "../../../web/paths";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { type Day, daysAfter, yearOf } from "../../values/day";
import { fingerprint } from "../../values/id";
import { checkedBy, typedOf } from "../../values/typed";
import { booksOf } from "../books";
import { shortHead } from "../chain";
import { noticeEndSchema, noticeSchema, objectionSchema, replySchema } from "./input";
import * as store from "./store";

const noticesFaces = { schema: noticesFacts, page: NoticesPage };
const publicFaces = { schema: publicNoticeFacts, page: PublicNoticePage };
const isId = (text: string) => /^[0-9a-z]{1,16}$/.test(text);

/** Notices in the open: posted by the association, read and objected to by anybody, answered in the open. */
export const notices = room()
	.get(
		paths.notices(":organisation"),
		may("see"),
		describe({
			summary: "Notices in the open, and objections that wait for an answer",
			answers: noticesFacts,
		}),
		async (c) => {
			const { today } = c.var;
			const typed = { year: String(yearOf(today)), until: daysAfter(today, 10) };
			return face(c, noticesFaces, { ...(await noticesHere(c.var, c.req.url)), form: freshForm(typed) });
		},
	)
	.post(
		paths.notices(":organisation"),
		may("change the association"),
		describe({ summary: "Post a notice of a year's funds in the open", takes: noticeSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const read = checkedBy(await bodyOf(c, noticeSchema), ({ year, until }) => ({
				year: year > yearOf(today) ? `out-of-range 2000 ${yearOf(today)}` : null,
				until: until < today ? "wave-over" : null,
			}));
			const again = async (form: FormState) => ({ ...(await noticesHere(c.var, c.req.url)), form });
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, noticesFaces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				async () => {
					const { year } = read.value;
					const [books, [kept]] = await db.batch([booksOf(db, place), store.paidOf(db, place, year)]);
					const said = store.figuresOf(books, year, kept?.paid ?? 0);
					await store.post(db, place, read.value, said, { by: reader.person, madeFrom }, today);
				},
				() => store.postedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, noticesFaces, await again(conflictingForm(typedOf(read.value))));
			say(c, words[language].posted);
			return made(c, paths.publicNotice(place.id, read.value.id));
		},
	)
	.post(
		paths.noticeEnd(":organisation", ":notice"),
		may("change the association"),
		describe({ summary: "Take a notice down", takes: noticeEndSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const notice = c.req.param("notice");
			const read = await bodyOf(c, noticeEndSchema);
			const known = await store.postedBefore(db, place, notice);
			if (known === undefined) return problem(c, 404, "not-found");
			if (!read.ok) {
				const form = mistakenForm(read);
				const facts = { ...(await noticesHere(c.var, c.req.url)), form };
				return mistaken(c, noticesFaces, { ...facts, mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint({ ...read.value, of: notice });
			const outcome = await once(
				() => store.takeDown(db, place, notice, { id: read.value.id, by: reader.person, madeFrom }, today),
				() => store.endedBefore(db, place, notice),
				madeFrom,
			);
			// Somebody else took it down meanwhile: it is down, which is what both wanted.
			if (outcome === "made") say(c, words[language].takenDown);
			return made(c, paths.notices(place.id));
		},
	)
	.post(
		paths.objectionReply(":organisation", ":notice", ":objection"),
		may("use funds"),
		describe({ summary: "Answer an objection in the open", takes: replySchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const { notice, objection } = c.req.param();
			const all = await store.objectionsTo(db, place.id, notice);
			if (!all.some(({ id }) => id === objection)) return problem(c, 404, "not-found");
			const read = await bodyOf(c, replySchema);
			const again = async (form: FormState) => ({ ...(await noticesHere(c.var, c.req.url)), form });
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, noticesFaces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const to = { notice, objection };
			const madeFrom = await fingerprint({ ...read.value, ...to });
			const outcome = await once(
				() => store.answer(db, place, to, read.value, { by: reader.person, madeFrom }, today),
				() => store.answeredBefore(db, place, to),
				madeFrom,
			);
			if (outcome === "different") return different(c, noticesFaces, await again(conflictingForm({})));
			say(c, words[language].answered);
			return made(c, paths.notices(place.id));
		},
	);

/** What hangs, with the objections to each that wait. */
async function noticesHere({ db, place, today }: { db: Database; place: Place; today: Day }, url: string) {
	const [hanging, waiting] = await db.batch([store.noticesAt(db, place.id), store.unanswered(db, place)]);
	return {
		today,
		notices: hanging.map(({ id, year, postedOn, until }) => ({
			...{ id, year, postedOn, until },
			address: new URL(paths.publicNotice(place.id, id), url).href,
			waiting: waiting.filter(({ notice }) => notice === id),
		})),
	};
}

/** What anybody reads: no session is looked up, no name is shown, and no search engine is to keep it. */
export const publicNotices = room()
	.get(
		paths.publicNotices(":organisation"),
		describe({
			summary: "The latest notice of an association's funds",
			answers: publicNoticeFacts,
			open: true,
		}),
		async (c) => {
			const organisation = c.req.param("organisation");
			const [latest] = isId(organisation) ? await store.noticesAt(c.var.db, organisation) : [];
			const facts = latest && (await noticeInTheOpen(c.var, organisation, latest.id, c.req.url));
			if (!facts) return problem(c, 404, "not-found");
			c.header("X-Robots-Tag", "noindex, nofollow");
			return face(c, publicFaces, { ...facts, sent: false, form: freshForm() });
		},
	)
	.get(
		paths.publicNotice(":organisation", ":notice"),
		describe({ summary: "A notice of an association's funds", answers: publicNoticeFacts, open: true }),
		async (c) => {
			c.header("X-Robots-Tag", "noindex, nofollow");
			const { organisation, notice } = c.req.param();
			const facts = await noticeInTheOpen(c.var, organisation, notice, c.req.url);
			if (!facts) return problem(c, 404, "not-found");
			return face(c, publicFaces, { ...facts, sent: c.req.query("sent") === "1", form: freshForm() });
		},
	)
	.post(
		paths.publicNotice(":organisation", ":notice"),
		describe({ summary: "Object to a notice", takes: objectionSchema, open: true }),
		async (c) => {
			const { organisation, notice } = c.req.param();
			const facts = await noticeInTheOpen(c.var, organisation, notice, c.req.url);
			if (!facts || facts.over) return problem(c, 404, "not-found");
			const read = await bodyOf(c, objectionSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, publicFaces, { ...facts, sent: false, form, mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint({ ...read.value, notice });
			const outcome = await store.object(c.var.db, organisation, notice, read.value, madeFrom, c.var.today);
			if (outcome === "full") return problem(c, 429, "busy");
			if (outcome === "different")
				return different(c, publicFaces, {
					...facts,
					sent: false,
					form: conflictingForm(typedOf(read.value)),
				});
			return made(c, `${paths.publicNotice(organisation, notice)}?sent=1`);
		},
	);

async function noticeInTheOpen(
	{ db, today }: { db: Database; today: Day },
	organisation: string,
	id: string,
	url: string,
) {
	if (!isId(organisation) || !isId(id)) return null;
	const [[notice], objections, others] = await db.batch([
		store.noticesAt(db, organisation, id),
		store.objectionsTo(db, organisation, id),
		store.noticesAt(db, organisation),
	]);
	if (!notice) return null;
	const { head, ...rest } = notice;
	return {
		...rest,
		at: organisation,
		mark: head && shortHead(head),
		over: notice.until < today,
		address: new URL(paths.publicNotice(organisation, id), url).href,
		answered: objections.flatMap(({ reply, repliedOn, ...one }) =>
			reply !== null && repliedOn !== null ? [{ ...one, reply, repliedOn }] : [],
		),
		waiting: objections.filter(({ reply }) => reply === null).length,
		others: others.filter((one) => one.id !== id).map(({ id: other, year }) => ({ id: other, year })),
	};
}
