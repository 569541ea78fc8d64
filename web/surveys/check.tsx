import type { View } from "../layout/view";
import { formatNumber, formatShare } from "../parts/format";
import type { WaveFacts } from "./facts";
import { words } from "./words";

/**
 * The fingerprint of a closed wave's published tables, and a note that the reader's browser fills in once it has worked the
 * figures out again from these tables. What is withheld isn't in them.
 */
export const Check = ({ wave, view }: { wave: WaveFacts; view: View }) => {
	const { published, print, figures } = wave;
	if (!published || !print || !figures.score) return null;
	const say = words[view.language].check;
	const { share, lower, upper, verdict } = figures.score;
	const question = wave.asked.questions.find(({ role }) => role === "satisfaction");
	const aware = figures.aware?.share ?? null;
	return (
		<>
			<p>
				{say.print} <code>{print.slice(0, 16)}</code>
				<br />
				<small>{say.printNote}</small>
			</p>
			<p
				hidden
				role="status"
				data-tables={JSON.stringify(published)}
				data-rule={JSON.stringify({
					question: question?.key,
					denominator: wave.denominator,
					target: wave.target,
				})}
				data-result={JSON.stringify({ share, lower, upper, verdict: verdict.kind, aware })}
				data-print={print}
				data-said-same={say.same(
					formatNumber(published.answers ?? 0, view.language),
					formatShare(share, view.language),
					words[view.language].interval(lower, upper),
				)}
				data-said-different={say.different}
			/>
		</>
	);
};
