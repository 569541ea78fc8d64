import { BoardPage, boardFacts, SeatListPage, seatListFacts } from "../../../web/officers/board";
import { words } from "../../../web/officers/board-words";
import { PeoplePage, peoplePageFacts } from "../../../web/officers/composition";
import { RulesPage, rulesFacts } from "../../../web/officers/rules";
import { sheetOfLines } from "../../../web/parts/sheet";
import { paths, withQuery } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Mistakes } from "../../values/typed";
import { typedOf } from "../../values/typed";
import { fileOfSeats, pageOfSeats, seatRowOf, seatsListed } from "./board";
import { freshBoard, renewLater, stamp, wantedOf } from "./gather";
import { seatRulesSchema } from "./input";
import { councilPosts } from "./rules";
import { fieldsOf, kindsOf, seatsIn, setRules, settingsOf } from "./settings";

const rulesFaces = { schema: rulesFacts, page: RulesPage };

/** Seats of all below: the board, the rows behind each figure, what their holders are; and the root's rules of them. */
export const seats = room()
	.get(
		paths.seatBoard(":organisation"),
		may("see"),
		describe({ summary: "Seats below: filled, due soon, overdue, vacant", answers: boardFacts }),
		async (c) => {
			const board = await freshBoard(c.var);
			renewLater(c, board.at);
			const format = formatOf(c);
			if (!format) return face(c, { schema: boardFacts, page: BoardPage }, board);
			const word = words[c.var.language];
			return file(
				c,
				format,
				sheetOfLines(
					word.title,
					word.csvHead,
					board.rows.map((row) => word.csvRow(row)),
				),
			);
		},
	)
	.get(
		paths.seatList(":organisation"),
		may("see"),
		describe({ summary: "The seats behind a figure of the board", answers: seatListFacts }),
		async (c) => {
			const { db, place } = c.var;
			const wanted = wantedOf(c.req.query());
			const format = formatOf(c);
			const from = format ? 0 : Math.min(Math.max(Number(c.req.query("after")) || 0, 0), 100_000);
			const most = format ? fileOfSeats : pageOfSeats;
			const [[row], listed] = await db.batch([
				seatRowOf(db, place, wanted.under),
				seatsListed(db, place, wanted, from, most),
			]);
			if (!row && wanted.under) return problem(c, 404, "not-found");
			const shown = listed.slice(0, most);
			if (format) {
				const word = words[c.var.language];
				return file(
					c,
					format,
					sheetOfLines(
						word.title,
						word.listHead,
						shown.map((seat) => word.listRow(seat)),
					),
				);
			}
			const more = listed.length > shown.length;
			return face(
				c,
				{ schema: seatListFacts, page: SeatListPage },
				{
					...{ ...wanted, name: row?.name || null, ...stamp(row?.at ?? null, c.var.zone) },
					...{ from, next: more ? from + most : null, seats: shown },
				},
			);
		},
	)
	.get(
		paths.seatPeople(":organisation"),
		may("see"),
		describe({
			summary: "Women, full-time and ages of all holders below, by post",
			answers: peoplePageFacts,
		}),
		async (c) => {
			const { post } = wantedOf(c.req.query());
			const { at, day, time, whole, rows, more } = await freshBoard(c.var, post);
			renewLater(c, at);
			const format = formatOf(c);
			const facts = {
				...{ post, at, day, time, more },
				whole: whole?.people ?? null,
				rows: rows.map(({ organisation, name, people }) => ({ organisation, name, people })),
			};
			if (!format) return face(c, { schema: peoplePageFacts, page: PeoplePage }, facts);
			const word = words[c.var.language];
			const lines = facts.rows.map(({ name, people }) => word.peopleRow(name, people));
			return file(c, format, sheetOfLines(word.peopleTitle, word.peopleHead, lines));
		},
	)
	.get(
		paths.seatRules(":organisation"),
		may("set the rules"),
		describe({ summary: "What each kind of organisation calls for, from a day on", answers: rulesFacts }),
		async (c) => {
			const { place, today } = c.var;
			if (place.path !== `${place.id}/`) return problem(c, 404, "not-found");
			const kind = c.req.query("kind") ?? place.kind;
			const facts = await rulesFactsOf(c.var, kind);
			if (!facts) return problem(c, 404, "not-found");
			const known = councilPosts.flatMap((post): [string, number][] => {
				const rule = facts.rules.find((one) => one.post === post && one.fromDay <= today);
				const { seats, fullTime } = fieldsOf(post);
				return [
					[seats, rule?.seats ?? 0],
					[fullTime, rule?.fullTime ?? 0],
				];
			});
			const years = facts.lengths.find(({ fromDay }) => fromDay <= today)?.years ?? 5;
			const form = freshForm(typedOf({ ...Object.fromEntries(known), kind, years, from_day: today }));
			return face(c, rulesFaces, { ...facts, form });
		},
	)
	.post(
		paths.seatRules(":organisation"),
		may("set the rules"),
		describe({ summary: "Set what a kind calls for from a day on", takes: seatRulesSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			if (place.path !== `${place.id}/`) return problem(c, 404, "not-found");
			const read = await bodyOf(c, seatRulesSchema);
			const facts = await rulesFactsOf(c.var, read.ok ? read.value.kind : String(read.typed.kind ?? ""));
			const wrong: Mistakes = read.ok ? mistakesOf(read.value, facts !== null) : {};
			const shown = facts ?? (await rulesFactsOf(c.var, place.kind));
			if (!shown) return problem(c, 404, "not-found");
			if (!read.ok || Object.keys(wrong).length > 0) {
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: wrong, typed: typedOf(read.value) } : read,
				);
				return mistaken(c, rulesFaces, { ...shown, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, "seats", read.value, (by) =>
				setRules(db, place, read.value, by),
			);
			if (outcome === "different")
				return different(c, rulesFaces, { ...shown, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].rulesSet);
			return made(c, withQuery(paths.seatRules(place.id), { kind: read.value.kind }));
		},
	);

type Inside = Parameters<typeof freshBoard>[0];

/** What the page of rules says of a kind; nothing for one that there isn't. */
async function rulesFactsOf({ db }: Inside, kind: string) {
	const [kinds, rules, lengths] = await db.batch([kindsOf(db), ...settingsOf(db, kind)]);
	return kinds.some(({ id }) => id === kind) ? { kind, kinds, rules, lengths } : null;
}

function mistakesOf(typed: Parameters<typeof seatsIn>[0], known: boolean): Mistakes {
	const more = seatsIn(typed).filter(({ seats, fullTime }) => fullTime > seats);
	return {
		...(known ? {} : { kind: "not-a-choice" }),
		...Object.fromEntries(more.map(({ post }) => [fieldsOf(post).fullTime, "more-full-time"])),
	};
}
