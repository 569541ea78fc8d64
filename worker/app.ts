import { version } from "../package.json";
import { paths } from "../web/paths";
import { attendance } from "./activities/attendance/routes";
import { sheets } from "./activities/attendance/sheet";
import { checkInScreens, checkIns } from "./activities/check-in/routes";
import { handedOut } from "./activities/handed-out/routes";
import { holders } from "./activities/holding/holders";
import { turns } from "./activities/holding/routes";
import { lendings } from "./activities/lending/routes";
import { photographs } from "./activities/photographs/routes";
import { reports } from "./activities/report/routes";
import { walkIns } from "./activities/walk-ins/routes";
import { applications } from "./applications/routes";
import { calendarFiles, calendars } from "./calendar/routes";
import { circulars } from "./circulars/routes";
import { confirmations } from "./confirmations/routes";
import { owing } from "./dues/owing-routes";
import { rounds } from "./dues/rounds-routes";
import { dues } from "./dues/routes";
import { books as ledgers, papers } from "./funds/books-routes";
import { budgets } from "./funds/budget/routes";
import { notices, publicNotices } from "./funds/notices/routes";
import { voucherPhotographs } from "./funds/photographs/routes";
import { purposes } from "./funds/purposes/routes";
import { funds } from "./funds/routes";
import { shares } from "./funds/shares/routes";
import { Crowded } from "./funds/turn";
import { UnreadableBody } from "./http/body";
import { describe } from "./http/describe";
import { room } from "./http/door";
import { problem } from "./http/problem";
import { memberIntakes } from "./intakes/members/routes";
import { moneyIntakes } from "./intakes/money/routes";
import { treeIntakes } from "./intakes/organisations/routes";
import { intakes } from "./intakes/routes";
import { intakeUndos } from "./intakes/undo/routes";
import { minutes } from "./meetings/minutes/routes";
import { meetingRolls } from "./meetings/roll/routes";
import { meetings } from "./meetings/routes";
import { meetingRules } from "./meetings/rule/routes";
import { fields } from "./members/fields/routes";
import { leaders } from "./members/groups/leaders";
import { groups } from "./members/groups/routes";
import { memberHistories } from "./members/history/routes";
import { households } from "./members/households/routes";
import { household } from "./members/households/show";
import { networks } from "./members/network/routes";
import { periods } from "./members/periods/routes";
import { members } from "./members/routes";
import { tags } from "./members/tags/routes";
import { transfers } from "./members/transfer/routes";
import { mergers } from "./mergers/merger/routes";
import { splits } from "./mergers/split/routes";
import { headers } from "./middleware/headers";
import { origin } from "./middleware/origin";
import { reader } from "./middleware/reader";
import { setting } from "./middleware/setting";
import { earlierTerms } from "./officers/earlier/routes";
import { letters } from "./officers/letters/routes";
import { officers } from "./officers/routes";
import { seats } from "./officers/seats/routes";
import { terms } from "./officers/terms/routes";
import { termWithdrawals } from "./officers/withdrawal/routes";
import { openapi } from "./openapi";
import { histories } from "./organisations/history/routes";
import { kinds } from "./organisations/kinds/routes";
import { life } from "./organisations/life/routes";
import { organisations } from "./organisations/routes";
import { books } from "./overviews/books/routes";
import { coverages } from "./overviews/coverage/routes";
import { hollows } from "./overviews/hollow/routes";
import { overviews } from "./overviews/routes";
import { trees } from "./overviews/tree/routes";
import { consents } from "./people/consent/routes";
import { duplicates } from "./people/duplicates/routes";
import { erasures } from "./people/erasures/routes";
import { joinings } from "./people/joinings/routes";
import { ownData } from "./people/own/routes";
import { planBoards } from "./plans/board/routes";
import { planRounds } from "./plans/filing/routes";
import { planItems } from "./plans/item/routes";
import { keyDays } from "./plans/key-days/routes";
import { plans } from "./plans/routes";
import { sessions } from "./session/routes";
import { deregistrations } from "./shaping/deregistration/routes";
import { practices } from "./shaping/practice/routes";
import { relocations } from "./shaping/relocation/routes";
import { retractions } from "./shaping/retraction/routes";
import { site } from "./site/routes";
import { survey } from "./surveys/answer/routes";
import { assessments } from "./surveys/assessment/routes";
import { closingParts } from "./surveys/closing/parts/routes";
import { closings } from "./surveys/closing/routes";
import { questions } from "./surveys/draft/questions/routes";
import { drafts } from "./surveys/draft/routes";
import { editions } from "./surveys/edition/routes";
import { links } from "./surveys/link/routes";
import { maps } from "./surveys/map/routes";
import { paperAnswers } from "./surveys/paper/routes";
import { remarkTexts } from "./surveys/remarks/routes";
import { trends } from "./surveys/trends/routes";
import { units } from "./surveys/units/routes";
import { waves } from "./surveys/wave/routes";
import { teaching } from "./training/activity/routes";
import { trainingBoards } from "./training/board/routes";
import { certificates } from "./training/certificates/routes";
import { personTrainings } from "./training/elsewhere/routes";
import { hours } from "./training/hours/routes";
import { trainings } from "./training/routes";
import { topics } from "./training/topics/routes";

/** The floor plan: what every request passes, then the rooms in the order of the river. */
export const app = room()
	.use(headers, setting, origin)
	// Before anybody is recognised: no session is looked up for a respondent, for whoever checks a letter or checks in, not even an officer's.
	.route("/", survey)
	.route("/", confirmations)
	.route("/", calendarFiles)
	.route("/", checkIns)
	.route("/", papers)
	.route("/", publicNotices)
	.use(reader)
	.route("/", organisations)
	.route("/", kinds)
	.route("/", life)
	.route("/", histories)
	.route("/", site)
	.route("/", officers)
	.route("/", seats)
	.route("/", terms)
	.route("/", earlierTerms)
	.route("/", termWithdrawals)
	.route("/", letters)
	.route("/", sessions)
	.route("/", members)
	.route("/", periods)
	.route("/", memberHistories)
	.route("/", groups)
	.route("/", leaders)
	.route("/", households)
	.route("/", household)
	.route("/", networks)
	.route("/", tags)
	.route("/", fields)
	.route("/", transfers)
	.route("/", applications)
	.route("/", circulars)
	.route("/", keyDays)
	.route("/", plans)
	.route("/", planItems)
	.route("/", planRounds)
	.route("/", planBoards)
	.route("/", reports)
	.route("/", turns)
	.route("/", holders)
	.route("/", attendance)
	.route("/", sheets)
	.route("/", checkInScreens)
	.route("/", walkIns)
	.route("/", handedOut)
	.route("/", lendings)
	.route("/", photographs)
	.route("/", ledgers)
	.route("/", notices)
	.route("/", budgets)
	.route("/", purposes)
	.route("/", shares)
	.route("/", voucherPhotographs)
	.route("/", meetingRules)
	.route("/", meetings)
	.route("/", meetingRolls)
	.route("/", minutes)
	.route("/", trainings)
	.route("/", trainingBoards)
	.route("/", topics)
	.route("/", teaching)
	.route("/", certificates)
	.route("/", personTrainings)
	.route("/", hours)
	.route("/", funds)
	.route("/", dues)
	.route("/", owing)
	.route("/", rounds)
	.route("/", drafts)
	.route("/", questions)
	.route("/", editions)
	.route("/", trends)
	.route("/", waves)
	.route("/", units)
	.route("/", links)
	.route("/", paperAnswers)
	.route("/", closings)
	.route("/", closingParts)
	.route("/", remarkTexts)
	.route("/", maps)
	.route("/", assessments)
	.route("/", calendars)
	.route("/", memberIntakes)
	.route("/", treeIntakes)
	.route("/", moneyIntakes)
	.route("/", intakes)
	.route("/", intakeUndos)
	.route("/", duplicates)
	.route("/", joinings)
	.route("/", consents)
	.route("/", erasures)
	.route("/", ownData)
	.route("/", relocations)
	.route("/", deregistrations)
	.route("/", retractions)
	.route("/", practices)
	.route("/", mergers)
	.route("/", splits)
	.route("/", trees)
	.route("/", books)
	.route("/", hollows)
	.route("/", coverages)
	.route("/", overviews);

app.get(paths.openapi(), describe({ summary: "This description", open: true }), (c) =>
	c.json(openapi(app, version)),
);

app.notFound((c) => problem(c, 404, "not-found"));

// What a person can cause is a value; the rest ends here. Names and telephone numbers ride along in a database error's
// message and parameters, so only the kind of error and where it arose are ever logged.
app.onError((error, c) => {
	if (error instanceof UnreadableBody) {
		return problem(c, error.status, error.status === 413 ? "too-large" : "not-read");
	}
	if (error instanceof Crowded) return problem(c, 503, "crowded");
	const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
	console.error(error.name, c.req.method, frames.slice(0, 4).join("\n"));
	return problem(c, 500, "broken");
});
