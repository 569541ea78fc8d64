import { isIssuedAt } from "../../worker/surveys/link/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Files } from "../parts/files";
import { formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Row, Rows } from "../parts/rows";
import { paths, withQuery } from "../paths";
import { CrossedTables } from "./crossed";
import { Distributions } from "./distributions";
import type { WaveFacts } from "./facts";
import { Rule } from "./rule";
import { Beside, Headline } from "./score";
import { Signs } from "./signs";
import { Tree } from "./tree";
import { words } from "./words";

/** A wave: while it runs, how many answered and what to print; once closed, what it proves. */
export const WavePage = ({ facts: wave, view }: Page<WaveFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { figures, state } = wave;
	return (
		<Shell view={view} title={say.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.title}
					sub={[view.place?.name, <span class="unbroken">{say.days(wave)}</span>, say.states[state]]}
					back={{ href: paths.surveys(organisation), label: say.waves }}
					letterhead
				/>
				{state !== "closed" && wave.asksHere && <SoFar wave={wave} view={view} />}
				{figures.score && <Headline wave={wave} score={figures.score} view={view} />}
				{state === "closed" && !figures.score && (
					<p>{wave.organisation === organisation ? say.tooFew : say.withheldHere}</p>
				)}
				{state === "closed" && <Beside figures={figures} view={view} />}
				<Signs wave={wave} view={view} />
				<Tree wave={wave} view={view} />
				<Distributions wave={wave} view={view} />
				<CrossedTables wave={wave} view={view} />
				<Doing wave={wave} view={view} />
				<div class="columns even">
					<AsOpened wave={wave} view={view} />
					<Rule wave={wave} view={view} />
				</div>
			</div>
		</Shell>
	);
};

const SoFar = ({ wave, view }: { wave: WaveFacts; view: View }) => {
	const say = words[view.language];
	const { answers } = wave.figures;
	const takesNone = wave.state === "ended" || wave.state === "sealing";
	return (
		<section>
			<div class="headline">
				{answers !== null && (
					<p class="result">
						{formatNumber(answers, view.language)}
						<small> {say.sheets}</small>
					</p>
				)}
				<div>
					<h2>{takesNone ? say.states[wave.state] : say.answersSoFar}</h2>
					<p>
						{wave.state === "ended"
							? say.nothingSealed
							: wave.state === "sealing"
								? say.sealingNow
								: answers === null
									? say.tooFewNow
									: say.steps}
					</p>
				</div>
			</div>
		</section>
	);
};

const Doing = ({ wave, view }: { wave: WaveFacts; view: View }) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.wave(organisation, wave.id);
	if (wave.state === "closed") {
		return (
			<p class="links">
				<Files href={here} view={view} />
				<a href={withQuery(here, { list: "codes", format: "csv" })} rel="nofollow">
					{say.codeBook}
				</a>
				<a href={paths.waveNotice(organisation, wave.id)}>{say.notice}</a>
				{wave.asksHere && <a href={paths.waveRemarks(organisation, wave.id)}>{say.remarks}</a>}
			</p>
		);
	}
	if (!view.place?.may.includes("run surveys")) return null;
	const issued = isIssuedAt({ id: organisation }, wave);
	return (
		<div class="actions">
			<a class="button" href={paths.wavePoster(organisation, wave.id)}>
				{say.poster}
			</a>
			{issued && (
				<a class="button" href={paths.waveSlips(organisation, wave.id)}>
					{say.slips}
				</a>
			)}
			<a class="button" href={paths.wavePaperCopy(organisation, wave.id)}>
				{say.copies}
			</a>
			{wave.state === "open" && issued && (
				<a class="button" href={paths.wavePaper(organisation, wave.id)}>
					{say.keyIn}
				</a>
			)}
			{wave.state !== "planned" && wave.organisation === organisation && (
				<a class="button" href={paths.waveClosing(organisation, wave.id)}>
					{say.close}
				</a>
			)}
		</div>
	);
};

const AsOpened = ({ wave, view }: { wave: WaveFacts; view: View }) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.facts}</Heading>
			<Rows>
				<Row label={say.factsAsked}>{wave.asked.name[view.language]}</Row>
				<Row label={say.factsEntry}>{say.entry[wave.codeRequired ? "slip" : "anyone"]}</Row>
				<Row label={say.factsSlips}>{say.factsSlipsNote(wave.asksHere ? wave.slips : wave.handedOut)}</Row>
				{wave.organisation !== view.place?.id && (
					<Row label={say.factsOpener}>{say.fromAbove[wave.issuer]}</Row>
				)}
				{wave.points && <Row label={say.factsPoints}>{say.pointScales[wave.points]}</Row>}
				{wave.assessors > 0 && (
					<Row
						label={say.factsAssessors}
						{...(wave.asksHere && {
							...{ href: paths.waveAssessment(wave.unit, wave.id), link: say.assessment.open },
						})}
					>
						{say.proportion(wave.assessors)}
					</Row>
				)}
				<Row label={say.factsTarget}>{wave.target} %</Row>
				<Row label={say.factsRule}>{say.denominator[wave.denominator]}</Row>
				<Row label={say.factsAdults}>{say.people(wave.adults)}</Row>
			</Rows>
		</section>
	);
};
