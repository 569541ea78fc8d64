import { html } from "hono/html";
import * as v from "valibot";
import { CheckInPage, checkInFacts } from "../../../web/activities/check-in/page";
import { CheckInScreen, screenFacts } from "../../../web/activities/check-in/screen";
import { paths, withQuery } from "../../../web/paths";
import { bodyOf } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face, made } from "../../http/face";
import { problem, problemDetails, wantsFacts } from "../../http/problem";
import { viewOf } from "../../http/view";
import { wholeNameWord } from "../../members/rules";
import { may } from "../../middleware/may";
import { nowInSeconds } from "../../values/day";
import { newId } from "../../values/id";
import type { Mistakes } from "../../values/typed";
import { readRoll, sessionAsked } from "../attendance/roll";
import { checkInSchema } from "./input";
import { policyOfCheckIn } from "./policy";
import { codeAt, isCode, isPass, mostMisses, passFor, step } from "./rules";
import * as store from "./store";

const screenFaces = { schema: screenFacts, page: CheckInScreen };

/** The organiser's screen with the code that changes. Showing it writes nothing. */
export const checkInScreens = room().get(
	paths.checkIn(":organisation", ":activity"),
	may("record activities"),
	describe({ summary: "The code by which members check in, as it is now", answers: screenFacts }),
	async (c) => {
		const { db } = c.var;
		const roll = await readRoll(c.var, c.req.param("activity"), sessionAsked(c.req.query("session")));
		const held = roll && (await store.heldAt(db, roll.host, roll.activity.id));
		if (!roll || !held) return problem(c, 404, "not-found");
		const now = nowInSeconds();
		const door = {
			secret: held.secret,
			organisation: held.organisation,
			activity: held.id,
			session: roll.session,
		};
		const code = await codeAt(door, now);
		const at = new URL(paths.checkingIn(held.organisation, held.id, String(roll.session)), c.req.url).href;
		return face(c, screenFaces, {
			activity: roll.activity,
			session: roll.session,
			address: withQuery(at, { code }),
			code,
			left: step - (now % step),
			came: roll.roster.filter(({ came }) => came).length,
			all: roll.roster.length,
		});
	},
);

const address = paths.checkingIn(":organisation", ":activity", ":session");

/** A member says who they are, on their own phone. Nobody signs in here, and no session is looked up. */
export const checkIns = room()
	.get(
		address,
		describe({ summary: "Where a member checks in to an activity", answers: checkInFacts, open: true }),
		async (c) => {
			const at = await store.heldAt(c.var.db, c.req.param("organisation"), c.req.param("activity"));
			const session = sessionAsked(c.req.param("session"));
			if (!at || session > Math.max(1, at.sessions)) return problem(c, 404, "not-found");
			const now = nowInSeconds();
			const door = { secret: at.secret, organisation: at.organisation, activity: at.id, session };
			const typed = c.req.query("code") ?? "";
			const right = await isCode(door, typed.slice(0, 20), now);
			const known = { ...at, organisation: at.organisation, activity: at.id, session, name: "" };
			if (isClosed(at, c.var.today))
				return shown(c, { ...known, stands: "closed", pass: null, trouble: null });
			return right
				? shown(c, { ...known, stands: "form", pass: await passFor(door, now), trouble: null })
				: shown(c, { ...known, stands: "code", pass: null, trouble: typed ? "stale" : null });
		},
	)
	.post(
		address,
		describe({
			summary: "Check in by name and the last digits of a telephone number",
			takes: checkInSchema,
			open: true,
		}),
		async (c) => {
			const { db, today, language } = c.var;
			const at = await store.heldAt(db, c.req.param("organisation"), c.req.param("activity"));
			const session = sessionAsked(c.req.param("session"));
			if (!at || session > Math.max(1, at.sessions)) return problem(c, 404, "not-found");
			const read = await bodyOf(c, checkInSchema);
			const pass = read.ok ? read.value.pass : read.typed.pass;
			const name = read.ok ? read.value.name : read.typed.name;
			const door = { secret: at.secret, organisation: at.organisation, activity: at.id, session };
			const known = {
				...at,
				...{ organisation: at.organisation, activity: at.id, session },
				name: typeof name === "string" ? name.slice(0, 40) : "",
			};
			if (isClosed(at, today))
				return shown(c, { ...known, stands: "closed", pass: null, trouble: null }, 403);
			if (typeof pass !== "string" || !(await isPass(door, pass, nowInSeconds())))
				return shown(c, { ...known, stands: "code", pass: null, trouble: "stale" }, 422);
			if (at.missed >= mostMisses) return shown(c, { ...known, stands: "form", pass, trouble: "many" }, 429);
			if (!read.ok) return shown(c, { ...known, stands: "form", pass, trouble: "miss" }, 422);
			const plain = read.value.name.normalize("NFKC").replace(/\s/g, "");
			const digits = [...read.value.digits].reverse().join("");
			const words = `"${wholeNameWord(plain)}" AND "t${digits}" *`;
			const there = await store.checkIn(db, at, session, { name: plain, words, tap: newId() });
			if (!there) return shown(c, { ...known, stands: "form", pass, trouble: "miss" }, 422);
			return made(c, language === "en" ? paths.checkedInInEnglish() : paths.checkedIn());
		},
	);

/** Members check in on the activity's days, and not to one that was cancelled. */
const isClosed = ({ day, cancelled, sessions }: store.Held, today: string) =>
	cancelled === 1 || day > today || (sessions === 0 && day < today);

/** The same for whoever is unknown and whose digits are wrong. */
const mistakesFor = ({ trouble }: { trouble: string | null }): Mistakes =>
	trouble === "miss" ? { name: trouble, digits: trouble } : { pass: trouble ?? "closed" };

type Told = v.InferInput<typeof checkInFacts>;

async function shown(c: Parameters<typeof viewOf>[0], facts: Told, status: 200 | 403 | 422 | 429 = 200) {
	const known = v.parse(checkInFacts, facts);
	if (wantsFacts(c))
		return status === 200
			? c.json(known)
			: problemDetails(c, status, { title: known.trouble ?? known.stands, mistakes: mistakesFor(known) });
	c.header("Content-Security-Policy", await policyOfCheckIn());
	return c.html(html`<!doctype html>${<CheckInPage facts={known} view={viewOf(c)} />}`, status);
}
