import { transferSheet } from "../../../web/members/transfer/files";
import { TransferListPage, transferListFacts } from "../../../web/members/transfer/list";
import { TransferPage, transferFacts } from "../../../web/members/transfer/show";
import { TransferStartPage, transferStartFacts } from "../../../web/members/transfer/start";
import { words } from "../../../web/members/transfer/words";
import { paths } from "../../../web/paths";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { isConstraint, once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { fingerprint, newId } from "../../values/id";
import { typedOf } from "../../values/typed";
import * as acts from "./acts";
import { shown, startOf } from "./facts";
import { transferEndSchema, transferSchema } from "./input";
import type { GoingOver } from "./moving";
import { outcomesOf, transferMistake } from "./rules";
import * as store from "./store";

const startFaces = { schema: transferStartFacts, page: TransferStartPage };
const transferFaces = { schema: transferFacts, page: TransferPage };

/** A member goes from one organisation to another: offered here, received there. */
export const transfers = room()
	.get(
		paths.memberTransfer(":organisation", ":member"),
		may("register members"),
		describe({ summary: "The form to transfer a member", answers: transferStartFacts }),
		async (c) => {
			const { search = "", to = "" } = c.req.query();
			const start = await startOf(c, c.var.place, c.req.param("member"), { search: search.trim(), to });
			if (!start?.current) return problem(c, 404, "not-found");
			return face(c, startFaces, { ...start.facts, form: freshForm({ to, day: c.var.today }) });
		},
	)
	.post(
		paths.memberTransfer(":organisation", ":member"),
		may("register members"),
		describe({
			summary: "Offer a member to another organisation, or transfer at once",
			takes: transferSchema,
		}),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const typed = await bodyOf(c, transferSchema);
			const to = typed.ok ? typed.value.to : String(typed.typed.to ?? "");
			const start = await startOf(c, place, c.req.param("member"), { search: "", to });
			if (!start) return problem(c, 404, "not-found");
			const { facts, receiver, atOnce } = start;
			const read = typed.ok ? checked(typed.value, start, today) : typed;
			if (!read.ok || !receiver) {
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: { to: "not-a-choice" }, typed: typedOf(read.value) } : read,
				);
				return mistaken(c, startFaces, { ...facts, form, mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const going: GoingOver = {
				from: place,
				to: receiver,
				day: atOnce ? read.value.day : today,
				because: "transferred",
				who: { person: facts.member.id },
			};
			const by = { id: read.value.id, madeFrom, by: reader.person };
			const offered = { going, person: facts.member.id, typed: read.value, by, today };
			const outcome = await once(
				() => (atOnce ? acts.transferNow(db, offered, start.earlier) : acts.offer(db, offered)),
				() => store.offeredBefore(db, place, by.id),
				madeFrom,
			);
			if (outcome === "different") {
				// Nothing under that id: they left meanwhile, or are under way already. The page says which.
				if ((await store.offeredBefore(db, place, by.id)) === undefined)
					return made(c, paths.memberTransfer(place.id, facts.member.id));
				return different(c, startFaces, { ...facts, form: conflictingForm(typedOf(read.value)) });
			}
			const word = words[language];
			say(
				c,
				atOnce
					? word.moved(facts.member.name, receiver.name)
					: word.offered(facts.member.name, receiver.name),
			);
			return made(c, paths.member(atOnce ? receiver.id : place.id, facts.member.id));
		},
	)
	.get(
		paths.transfers(":organisation"),
		may("register members"),
		describe({ summary: "The members on their way here and from here", answers: transferListFacts }),
		async (c) => {
			const { db, place } = c.var;
			const [coming, going, ended] = await db.batch([...store.transfersAt(db, place)]);
			const rows = (list: typeof coming) => list.map((one) => shown(one, place));
			const facts = { coming: rows(coming), going: rows(going), ended: rows(ended) };
			const format = formatOf(c);
			if (format) return file(c, format, transferSheet(facts, c.var.language));
			return face(c, { schema: transferListFacts, page: TransferListPage }, facts);
		},
	)
	.get(
		paths.transfer(":organisation", ":transfer"),
		may("register members"),
		describe({ summary: "A transfer, to receive, decline or take back", answers: transferFacts }),
		async (c) => {
			const [transfer] = await store.transferOf(c.var.db, c.var.place, c.req.param("transfer"));
			if (!transfer) return problem(c, 404, "not-found");
			return face(c, transferFaces, { transfer: shown(transfer, c.var.place), form: freshForm() });
		},
	)
	.post(
		paths.transfer(":organisation", ":transfer"),
		may("register members"),
		describe({ summary: "Receive or decline a member, or take the offer back", takes: transferEndSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const word = words[language];
			const find = async () => (await store.transferOf(db, place, c.req.param("transfer")))[0];
			const transfer = await find();
			if (!transfer) return problem(c, 404, "not-found");
			const typed = await bodyOf(c, transferEndSchema);
			const facts = shown(transfer, place);
			const foreign = typed.ok && !outcomesOf[facts.side].includes(typed.value.outcome);
			const read = foreign
				? { ok: false as const, mistakes: { outcome: "not-a-choice" }, typed: typedOf(typed.value) }
				: typed;
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, transferFaces, { transfer: facts, form, mistakes: form.mistakes });
			}
			const by = { id: newId(), madeFrom: await fingerprint(read.value), by: reader.person };
			const answer = () =>
				read.value.outcome === "received"
					? acts.receive(db, transfer, by, today)
					: acts.end(db, transfer, read.value, by, today);
			const here = paths.transfer(place.id, transfer.id);
			let how = transfer.outcome;
			try {
				if (how === null) await answer();
				how ??= read.value.outcome;
			} catch (error) {
				if (!isConstraint(error)) throw error;
				// Somebody else answered first, or the member left meanwhile: the page says how it stands.
				how = (await find())?.outcome ?? null;
				if (how === null) {
					say(c, word.gone(transfer.name));
					return made(c, here);
				}
			}
			say(c, word.outcome[how](transfer.name));
			return made(
				c,
				how === "received" && facts.side === "receiving" ? paths.member(place.id, transfer.person) : here,
			);
		},
	);

type Start = NonNullable<Awaited<ReturnType<typeof startOf>>>;

function checked<Value extends { day: string }>(value: Value, { facts, atOnce }: Start, today: string) {
	const mistake = atOnce ? transferMistake(facts.member, value.day, today) : null;
	if (!mistake) return { ok: true as const, value };
	return { ok: false as const, mistakes: { day: mistake }, typed: typedOf(value) };
}
