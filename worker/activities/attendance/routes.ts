import { AttendancePage } from "../../../web/activities/attendance";
import { attendanceFacts } from "../../../web/activities/facts";
import { words } from "../../../web/activities/words";
import { paths, withQuery } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem, problemDetails } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { nowInMilliseconds } from "../../values/day";
import { differenceOf } from "../../values/difference";
import { attendanceSchema, tapsSchema } from "./input";
import { policyOfRoll } from "./policy";
import { readRoll, sessionAsked } from "./roll";
import { isAhead } from "./rules";
import { takeTaps } from "./store";

const rollFaces = { schema: attendanceFacts, page: AttendancePage };

/** Who came: the roll of an activity, called on a phone. */
export const attendance = room()
	.get(
		paths.attendance(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "The roll of an activity", answers: attendanceFacts }),
		async (c) => {
			const roll = await readRoll(c.var, c.req.param("activity"), sessionAsked(c.req.query("session")));
			if (!roll) return problem(c, 404, "not-found");
			c.header("Content-Security-Policy", policyOfRoll);
			return face(c, rollFaces, { ...roll, form: freshForm() });
		},
	)
	.post(
		paths.attendance(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Mark who came", takes: attendanceSchema }),
		async (c) => {
			const { db, place, language, today } = c.var;
			const read = await bodyOf(c, attendanceSchema);
			const session = read.ok ? read.value.session : sessionAsked(String(read.typed.session ?? ""));
			const roll = await readRoll(c.var, c.req.param("activity"), session);
			if (!roll) return problem(c, 404, "not-found");
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, rollFaces, { ...roll, form, mistakes: form.mistakes });
			}
			const { id, proxy, came, before } = read.value;
			const difference = differenceOf(before, came);
			const at = nowInMilliseconds();
			const taps = [
				...difference.added.map((person) => ({ id, person, came: true, proxy, at })),
				...difference.removed.map((person) => ({ id, person, came: false, proxy: false, at })),
			];
			const outcome = await onceAsChange(
				{ ...c.var, place: { ...place, id: roll.host } },
				roll.activity.id,
				read.value,
				(by) => takeTaps(db, place, roll.called, taps, "tap", by, today),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different")
				return different(c, rollFaces, { ...roll, ticked: came, form: conflictingForm({}) });
			say(c, words[language].rollSaved(difference.added.length, difference.removed.length));
			return made(c, paths.activity(place.id, roll.activity.id));
		},
	)
	.post(
		paths.taps(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Send taps that a phone kept", takes: tapsSchema }),
		async (c) => {
			const { db, place, today } = c.var;
			const read = await bodyOf(c, tapsSchema);
			const roll = await readRoll(c.var, c.req.param("activity"), read.ok ? read.value.session : 1);
			if (!roll) return problem(c, 404, "not-found");
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			// The phone's clock runs ahead: it learns ours from this answer, and sends its taps again by that.
			if (isAhead(read.value.taps, nowInMilliseconds()))
				return problemDetails(c, 422, { title: "mistakes", mistakes: { taps: "ahead" } });
			const outcome = await onceAsChange(
				{ ...c.var, place: { ...place, id: roll.host } },
				roll.activity.id,
				read.value,
				(by) => takeTaps(db, place, roll.called, read.value.taps, "tap", by, today),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different") return problemDetails(c, 409, { title: "different" });
			return made(c, withQuery(paths.attendance(place.id, roll.activity.id), { session: roll.session }));
		},
	);
