import type { Page } from "../../layout/view";
import { formatDay } from "../../parts/format";
import { Row, Rows } from "../../parts/rows";
import { paths } from "../../paths";
import type { ActivityFacts } from "../facts";
import { words } from "./words";

/** How an activity stands: whether it is still to come, was put off or cancelled, who holds it, in how many half-days. */
export const Turns = ({ facts, view }: Page<ActivityFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const hosts = facts.host === null && view.place?.may.includes("record activities");
	const told = facts.state === "planned" || facts.state === "postponed" ? say.plannedNote : null;
	return (
		<Rows>
			{(facts.open || facts.cancelled || facts.postponements.length > 0) && (
				<Row label={say.state}>
					{say.states[facts.state]}
					{facts.postponements.map((one) => (
						<p class="note">
							{say.putOff(one.fromDay, one.toDay)}：{one.reason}
						</p>
					))}
					{facts.cancelled && (
						<p class="note">
							{say.calledOff(facts.cancelled.day)}：{facts.cancelled.reason}
						</p>
					)}
					{told && <p class="note">{told}</p>}
					{facts.state === "awaiting" && <p class="note">{say.awaitingNote}</p>}
					{hosts && facts.open && (
						<p class="actions quiet">
							<a href={paths.activityPostponement(organisation, facts.id)}>{say.postpone}</a>{" "}
							<a href={paths.activityCancellation(organisation, facts.id)}>{say.cancel}</a>
						</p>
					)}
				</Row>
			)}
			{(facts.host || facts.holders.length > 0 || hosts) && (
				<Row
					label={say.together}
					{...(hosts && {
						href: paths.activityHolders(organisation, facts.id),
						link: say.asks,
					})}
				>
					{[
						facts.host && say.host(facts.host.name),
						...facts.holders
							.filter(({ id }) => id !== organisation)
							.map((one) => (one.accepted ? one.name : `${one.name}（${say.waiting}）`)),
					]
						.filter(Boolean)
						.join("、") || say.none}
				</Row>
			)}
			{(facts.sessions.length > 1 || hosts) && (
				<Row
					label={say.sessions}
					{...(hosts && { href: paths.activitySessions(organisation, facts.id), link: say.divide })}
				>
					{facts.sessions.length === 1
						? "1"
						: facts.sessions.map((one) => (
								<p>
									{one.half ? say.session(one.day, one.half) : formatDay(one.day, view.language, "short")}{" "}
									{one.came + one.walkIns}
								</p>
							))}
				</Row>
			)}
		</Rows>
	);
};
