import { AttendancePage } from "../../../web/activities/attendance";
import { attendanceFacts } from "../../../web/activities/facts";
import { SignInSheetPage } from "../../../web/activities/sheet";
import { words } from "../../../web/activities/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { differenceOf } from "../../values/difference";
import { activityOf } from "../report/store";
import { attendanceSchema, mostNames } from "./input";
import { rollOf } from "./rules";
import { markAttendance, rosterOf } from "./store";

const rollFaces = { schema: attendanceFacts, page: AttendancePage };
const sheetFaces = { schema: attendanceFacts, page: SignInSheetPage };

/** Who came: the roll of an activity, and the sheet to sign at the door. */
export const attendance = room()
	.get(
		paths.attendance(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "The roll of an activity", answers: attendanceFacts }),
		async (c) => {
			const roll = await readRoll(c.var, c.req.param("activity"));
			return roll ? face(c, rollFaces, { ...roll, form: freshForm() }) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.attendance(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Mark who came", takes: attendanceSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const roll = await readRoll(c.var, c.req.param("activity"));
			if (!roll) return problem(c, 404, "not-found");
			const read = await bodyOf(c, attendanceSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, rollFaces, { ...roll, form, mistakes: form.mistakes });
			}
			const { activity } = roll;
			const difference = differenceOf(read.value.before, read.value.came);
			const outcome = await onceAsChange(c.var, activity.id, read.value, (by) =>
				markAttendance(db, place, activity, difference, by, c.var.today),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different")
				return different(c, rollFaces, { ...roll, ticked: read.value.came, form: conflictingForm({}) });
			say(c, words[language].rollSaved(difference.added.length, difference.removed.length));
			return made(c, paths.activity(place.id, activity.id));
		},
	)
	.get(
		paths.signInSheet(":organisation", ":activity"),
		may("see"),
		describe({ summary: "A sheet to sign at the door", answers: attendanceFacts }),
		async (c) => {
			const roll = await readRoll(c.var, c.req.param("activity"));
			return roll ? face(c, sheetFaces, { ...roll, form: freshForm() }) : problem(c, 404, "not-found");
		},
	);

/** An activity and the members of its day, in one batch; nothing for a forged id. */
async function readRoll({ db, place }: { db: Database; place: Place }, id: string) {
	const [[activity], members] = await db.batch([
		activityOf(db, place, id),
		rosterOf(db, place, id, mostNames),
	]);
	return activity ? { activity, roster: rollOf(members, activity.came), ticked: null } : null;
}
