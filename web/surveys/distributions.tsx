import { type Counted, optionsOf } from "../../worker/surveys/questionnaire/rules";
import type { View } from "../layout/view";
import { Heading } from "../parts/heading";
import { Bars } from "../parts/plot-bars";
import type { WaveFacts } from "./facts";
import { words } from "./words";

/** How each question was answered, solid where an answer counts towards the figure. */
export const Distributions = ({ wave, view }: { wave: WaveFacts; view: View }) => {
	if (wave.state !== "closed" || wave.figures.answers === null) return null;
	const choices = wave.asked.questions.filter((question): question is Counted => question.kind !== "open");
	return (
		<div class="pairs">
			{choices.map((question) => (
				<Distribution question={question} wave={wave} view={view} />
			))}
		</div>
	);
};

const Distribution = ({ question, wave, view }: { question: Counted; wave: WaveFacts; view: View }) => {
	const say = words[view.language];
	const { language } = view;
	const shown = wave.figures.distributions.find((one) => one.question === question.key);
	const { score } = wave.figures;
	const heads = { label: say.heads.answer, share: say.heads.share, count: say.heads.count };
	const note = shown?.reference
		? `${say.base(shown.base)} · ${say.reference}`
		: shown && say.base(shown.base);
	return (
		<section>
			<Heading note={note}>{question.words[language]}</Heading>
			{shown ? (
				<Bars
					caption={question.words[language]}
					language={language}
					heads={heads}
					bars={shown.options.map(({ key, share, count }) => ({
						label: labelOf(question, key, view),
						share,
						count,
						counts: countsTowards(question, key),
					}))}
					{...(question.role === "satisfaction" && score
						? { sum: { label: say.counts, share: score.share, count: score.satisfied } }
						: {})}
				/>
			) : (
				<p class="note">{say.noBase}</p>
			)}
		</section>
	);
};

function labelOf(question: Counted, key: string, view: View): string {
	return optionsOf(question).find((option) => option.key === key)?.words[view.language] ?? key;
}

/** Which answers are solid: satisfied, right, took part; where no answer is the good one, all are hollow. */
function countsTowards(question: Counted, key: string): boolean {
	switch (question.role) {
		case "satisfaction":
			return key === "5" || key === "4";
		case "knowledge":
			return optionsOf(question).some((option) => option.key === key && option.right === true);
		case "participation":
			return key === "yes";
		case "plain":
		case "sex":
		case "age":
			return false;
	}
}
