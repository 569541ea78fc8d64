import type { Language } from "../../worker/values/language";
import { Mark } from "../parts/mark";
import { Verdict } from "../parts/verdict";
import type { MeetingFacts } from "./facts";
import { words } from "./words";

type Resolution = MeetingFacts["resolutions"][number];

/** What was put to the vote, with its votes and whether it was carried. */
export const Resolutions = ({
	resolutions,
	language,
	after,
}: {
	resolutions: readonly Resolution[];
	language: Language;
	/** What stands after each: a way to take it back. */
	after?: (resolution: Resolution) => unknown;
}) => {
	const say = words[language];
	return (
		<>
			{resolutions.map((one) => (
				<div class="resolution">
					<p>
						<b>{say.resolved}</b> {one.text}
					</p>
					<p>
						<Verdict
							verdict={one.carried ? "met" : "missed"}
							language={language}
							word={one.carried ? say.carried : say.notCarried}
						/>{" "}
						<small>
							{say.votes(one)}
							{say.majorityRule(one.share)}
						</small>
					</p>
					{one.tooMany && (
						<p class="error">
							<Mark shape="hollow" /> {say.tooMany}
						</p>
					)}
					{after?.(one)}
				</div>
			))}
		</>
	);
};
