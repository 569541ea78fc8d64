import type { Page, View } from "../layout/view";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { paths } from "../paths";
import type { PlanFacts } from "./facts";
import { words } from "./words";

type Round = PlanFacts["rounds"][number];

/** The rounds of a plan, the latest first, each with how it ended and the way to what was filed in it. */
export const Rounds = ({ facts: { year, rounds, deadline }, view }: Page<PlanFacts>) => {
	const say = words[view.language];
	if (rounds.length === 0) return null;
	return (
		<section>
			<Heading>{say.rounds}</Heading>
			<ul class="rows dated">
				{rounds.map((round) => (
					<li>
						<time>{formatDay(round.filedOn, view.language, "dotted")}</time>
						<span>
							{say.round(round.round)} {say.filedOn(round.filedOn, round.by)}
							{deadline && round.filedOn > deadline.day && <small> {say.late}</small>}
							<br />
							<Ended round={round} view={view} />
							{round.note && <small class="said lines">{round.note}</small>}
						</span>
						<a href={paths.planRound(view.place?.id ?? "", year, round.round)}>{say.seeRound}</a>
					</li>
				))}
			</ul>
		</section>
	);
};

const shapes = { approved: "solid", returned: "half", withdrawn: "hollow" } as const;

/** How a round ended, by whom and when. */
export const Ended = ({ round, view }: { round: Omit<Round, "filedOn" | "by" | "round">; view: View }) => {
	const say = words[view.language];
	if (round.outcome === null)
		return (
			<>
				<Mark shape="half" /> {say.waitingState}
			</>
		);
	return (
		<>
			<Mark shape={shapes[round.outcome]} /> {say.outcomes[round.outcome]}{" "}
			<small>{say.answeredOn(round.reviewedOn, round.reviewedBy)}</small>
		</>
	);
};
