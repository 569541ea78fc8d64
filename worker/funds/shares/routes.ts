import { sharesSheet } from "../../../web/funds/files";
import { SharesPage, sharesFacts } from "../../../web/funds/shares";
import { words } from "../../../web/funds/shares-words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { type Outcome, once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { leadsOthers } from "../../organisations/store";
import type { Database } from "../../tables/database";
import { type Day, yearOf } from "../../values/day";
import { fingerprint, newId } from "../../values/id";
import { yuanText } from "../../values/money";
import { checkedBy, type Mistakes, typedOf } from "../../values/typed";
import { booksOf, refusalOf } from "../books";
import { mistakeToday } from "../rules";
import { inTurn } from "../turn";
import { shareEndSchema, shareRuleSchema, shareSchema, shareTakingBackSchema } from "./input";
import { mistakeAbove, ruleOf, shareOf } from "./rules";
import * as store from "./store";

const faces = { schema: sharesFacts, page: SharesPage };
type Inside = { db: Database; place: Place; today: Day };

/** Shares of dues passed upward: asked for by rule, said below, confirmed above; in no book before both said so. */
export const shares = room()
	.get(
		paths.shares(":organisation"),
		may("see"),
		describe({ summary: "Shares of dues passed up from here, and to here from below", answers: sharesFacts }),
		async (c) => {
			const facts = await sharesHere(c.var);
			const format = formatOf(c);
			if (format) return file(c, format, sharesSheet(facts, c.var.language));
			return face(c, faces, facts);
		},
	)
	.post(
		paths.shares(":organisation"),
		may("use funds"),
		describe({ summary: "Say that a share is passed up; those above confirm it", takes: shareSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const above = store.aboveOf(place);
			if (!above) return problem(c, 404, "not-found");
			const raw = await bodyOf(c, shareSchema);
			const [books, [before]] = await db.batch([
				booksOf(db, place),
				store.shareFrom(db, place, raw.ok ? raw.value.id : ""),
			]);
			const read = checkedBy(raw, ({ year, amount }) => {
				const draft = { id: "", method: "cash" as const, amount, madeBy: "", madeFrom: "" };
				const refusal = before ? null : refusalOf(books, [store.wantedBelow(draft, "", today)]);
				return {
					year: year > yearOf(today) ? `out-of-range 2000 ${yearOf(today)}` : null,
					...(refusal ? mistakeToday(refusal) : {}),
				};
			});
			const again = async (form: FormState) => ({ ...(await sharesHere(c.var)), form });
			if (!read.ok) {
				const typed = raw.ok ? { ...read.typed, amount: yuanText(raw.value.amount) } : read.typed;
				const form = mistakenForm({ ...read, typed });
				return mistaken(c, faces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			// The same id may have gone up from where this place stood before.
			const outcome = before
				? sameAs(before.madeFrom, madeFrom)
				: await once(
						() => store.passUp(db, place, above, read.value, { by: reader.person, madeFrom }, today),
						async () => (await store.shareFrom(db, place, read.value.id))[0]?.madeFrom,
						madeFrom,
					);
			if (outcome === "different") {
				const typed = typedOf({ ...read.value, amount: yuanText(read.value.amount) });
				return different(c, faces, await again(conflictingForm(typed)));
			}
			say(c, words[language].said);
			return made(c, paths.shares(place.id));
		},
	)
	.post(
		paths.shareRules(":organisation"),
		may("use funds"),
		describe({ summary: "Set what is asked of the dues below, from a day on", takes: shareRuleSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const read = await bodyOf(c, shareRuleSchema);
			const again = async (ruleForm: FormState) => ({ ...(await sharesHere(c.var)), ruleForm });
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, "share-rule", read.value, (by) =>
				store.setRule(db, place, read.value, by),
			);
			if (outcome === "different") {
				const typed = typedOf({ ...read.value, rate: yuanText(read.value.rate) });
				return different(c, faces, await again(conflictingForm(typed)));
			}
			say(c, words[language].ruleSet);
			return made(c, paths.shares(place.id));
		},
	)
	.post(
		paths.shareTakingBack(":organisation", ":share"),
		may("use funds"),
		describe({ summary: "Take a share back before those above confirmed it", takes: shareTakingBackSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const [one] = await store.shareFrom(db, place, c.req.param("share"));
			if (!one) return problem(c, 404, "not-found");
			const read = await bodyOf(c, shareTakingBackSchema);
			const refused = async (mistakes: Mistakes) => {
				const form = mistakenForm({ ok: false, mistakes, typed: {} });
				return mistaken(c, faces, { ...(await sharesHere(c.var)), form, mistakes });
			};
			if (!read.ok) return refused(read.mistakes);
			const madeFrom = await fingerprint({ ...read.value, of: one.id });
			const end = { id: read.value.id, outcome: "taken-back" as const, by: reader.person, madeFrom };
			const outcome = await once(
				() => store.endShare(db, one.above, one, end, today),
				async () => (await store.shareUnder(db, one.above, place.id, one.id))[0]?.endedFrom ?? undefined,
				madeFrom,
			);
			// Those above were quicker: it stands in both books, or was declined.
			if (outcome === "different") return refused({ form: "share-ended" });
			say(c, words[language].takenBack);
			return made(c, paths.shares(place.id));
		},
	)
	.post(
		paths.shareEnd(":organisation", ":below", ":share"),
		may("use funds"),
		describe({ summary: "Say that a share from below came, or decline it", takes: shareEndSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const { below = "", share = "" } = c.req.param();
			const read = await bodyOf(c, shareEndSchema);
			const refused = async (mistakes: Mistakes) => {
				const form = mistakenForm({ ok: false, mistakes, typed: {} });
				return mistaken(c, faces, { ...(await sharesHere(c.var)), form, mistakes });
			};
			const known = async () => (await store.shareUnder(db, place.id, below, share))[0]?.endedFrom;
			if (!read.ok) return refused(read.mistakes);
			const madeFrom = await fingerprint({ ...read.value, of: share, below });
			const outcome = await inTurn<Mistakes | "unknown" | "done" | "taken">(
				async () => {
					const [[one], books, theirs, under] = await db.batch([
						store.shareUnder(db, place.id, below, share),
						booksOf(db, place),
						booksOf(db, { id: below }),
						store.entriesUnder(db, [place.id, read.value.id], [below, share]),
					]);
					if (!one) return "unknown";
					if (one.outcome) return one.endedFrom === madeFrom ? "done" : { form: "share-ended" };
					const end = { id: read.value.id, outcome: read.value.outcome, by: reader.person, madeFrom };
					if (read.value.outcome === "declined") {
						await store.endShare(db, place.id, one, end, today);
						return null;
					}
					if (under.some(({ organisation }) => organisation === place.id)) return "taken";
					const refused = mistakeAbove(
						refusalOf(theirs, [store.wantedBelow(one, place.name, today)]),
						refusalOf(books, [store.wantedAbove(one, end, today)]),
					);
					if (refused) return { form: refused };
					// Those below may have posted something under the share's id meanwhile: its voucher then has one of its own.
					const passed = under.length > 0 ? { ...one, id: newId() } : one;
					await store.receive(db, place, one, passed, { above: books, below: theirs }, end, today);
					return null;
				},
				async () => (await known()) ?? undefined,
				madeFrom,
			);
			if (typeof outcome === "object") {
				if (outcome.refused === "unknown") return problem(c, 404, "not-found");
				if (outcome.refused === "taken")
					return different(c, faces, { ...(await sharesHere(c.var)), form: conflictingForm({}) });
				if (outcome.refused !== "done") return refused(outcome.refused);
			}
			if (outcome === "different") return refused({ form: "share-ended" });
			if (outcome === "made") say(c, words[language].ended[read.value.outcome]);
			return made(c, paths.shares(place.id));
		},
	);

const sameAs = (before: string, madeFrom: string): Outcome => (before === madeFrom ? "again" : "different");

/** What goes up from a place, what is asked of it, and what comes to it from below. */
async function sharesHere({ db, place, today }: Inside) {
	const year = yearOf(today);
	const above = store.aboveOf(place);
	const [books, own, coming, asked, going, below] = await db.batch([
		booksOf(db, place),
		store.rulesOf(db, place.id),
		store.sharesTo(db, place.id),
		store.rulesFor(db, above ?? "", year),
		store.sharesFrom(db, place),
		leadsOthers(db, place),
	]);
	const rule = ruleOf(asked, year);
	const dues = -(books.find((one) => one.year === year)?.balances.dues ?? 0);
	const sum = (outcome: string | null) =>
		going.reduce(
			(total, one) =>
				one.above === above && one.year === year && one.outcome === outcome ? total + one.amount : total,
			0,
		);
	const asks = rule ? shareOf(dues, rule) : 0;
	const rest = Math.max(0, asks - (rule ? sum("received") + sum(null) : 0));
	const typed = { year: String(year), amount: rest > 0 ? yuanText(rest) : "", method: "transfer" };
	return {
		...{ form: freshForm(typed), ruleForm: freshForm({ from_day: `${year}-01-01` }) },
		...{ year, above: place.parentName, leads: below.length > 0, rules: own, going, coming },
		owed: rule && {
			...{ rate: rule.rate, since: rule.fromDay, dues, asked: asks },
			...{ passed: sum("received"), waiting: sum(null) },
		},
	};
}
