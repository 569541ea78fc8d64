import { opensIn } from "../../../worker/surveys/draft/rules";
import { shapeOf, shapes } from "../../../worker/surveys/draft/shapes";
import { optionsOf, type Question } from "../../../worker/surveys/questionnaire/rules";
import { newId } from "../../../worker/values/id";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Empty } from "../../parts/empty";
import { Heading } from "../../parts/heading";
import { Mark } from "../../parts/mark";
import { paths, withQuery } from "../../paths";
import { words as respondent } from "../answer-words";
import type { DraftFacts } from "./facts";
import { words } from "./words";

/** A questionnaire as it is being written: the sheet of paper, with a way to change each question beside it. */
export const DraftPage = ({ facts, view }: Page<DraftFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const title = facts.title[view.language] || facts.title.zh || facts.title.en;
	const [newest] = facts.editions;
	const offered = shapes.filter((shape) => shape !== "open" || opensIn(facts.questions) === 0);
	return (
		<Shell view={view} title={title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={title}
					sub={[say.questions(facts.questions.length), newest ? say.version(newest.version) : say.writing]}
					back={{ href: paths.questionnaires(organisation), label: say.title }}
					letterhead
				>
					<a class="button" href={paths.questionnairePreview(organisation, facts.id)}>
						{say.preview}
					</a>
					{facts.changed && (
						<a class="button" href={paths.editions(organisation, facts.id)}>
							{say.publishAgain((newest?.version ?? 0) + 1)}
						</a>
					)}
					{newest && (
						<a class="button" href={withQuery(paths.waveNew(organisation), { questionnaire: facts.id })}>
							{say.openWave}
						</a>
					)}
				</Masthead>
				{newest && facts.changed && <p class="note">{say.changed}</p>}
				<section>
					<Heading>{say.onPaper}</Heading>
					{facts.questions.length === 0 ? (
						<Empty {...say.empty} />
					) : (
						<ol class="sheet">
							{facts.questions.map((_, place) => (
								<Asked facts={facts} view={view} place={place} />
							))}
						</ol>
					)}
					<p class="links">
						<a href={paths.questionnaireTitle(organisation, facts.id)}>{say.retitle}</a>
					</p>
				</section>
				<section id="end">
					<Heading note={say.minute}>{say.add}</Heading>
					{facts.room ? (
						<>
							<p class="note">{say.addHint}</p>
							<ul class="shapes">
								{offered.map((shape) => (
									<li>
										<a href={withQuery(paths.questionNew(organisation, facts.id), { shape })}>
											{say.shapes[shape]}
										</a>{" "}
										<small>{say.shapeNotes[shape]}</small>
									</li>
								))}
							</ul>
						</>
					) : (
						<p>{say.full}</p>
					)}
				</section>
				<div class="columns even">
					<section>
						<Heading>{say.never}</Heading>
						<p class="prose">{say.neverText}</p>
					</section>
					<section>
						<Heading>{say.versions}</Heading>
						{newest ? (
							<ul>
								{facts.editions.map(({ version, publishedOn }) => (
									<li>{say.versionOn(version, publishedOn)}</li>
								))}
							</ul>
						) : (
							<p>{say.noVersion}</p>
						)}
					</section>
				</div>
			</div>
		</Shell>
	);
};

const Asked = ({ facts, view, place }: Page<DraftFacts> & { place: number }) => {
	const say = words[view.language];
	const question = facts.questions[place];
	if (!question) return null;
	const organisation = view.place?.id ?? "";
	const numeral = respondent[view.language].numeral(place + 1);
	const heading =
		question.heading && (question.heading[view.language] || question.heading.zh || question.heading.en);
	return (
		<li id={question.key}>
			{heading && <h3>{heading}</h3>}
			<div>
				<b>{numeral}</b>
				<div>
					<strong>{wordsOf(question.words)}</strong>
					<small>{[say.shapes[shapeOf(question)], ...notesOf(question, facts, view)].join(" · ")}</small>
					{question.kind !== "open" && question.kind !== "scale" && question.kind !== "number" && (
						<ul>
							{optionsOf(question).map(({ words: of, right }) => (
								<li>
									{wordsOf(of)} {right && <em>{say.right}</em>}
								</li>
							))}
						</ul>
					)}
					{facts.lost.includes(question.key) && (
						<p class="error">
							<Mark shape="hollow" /> {say.lost}
						</p>
					)}
				</div>
			</div>
			<form method="post" action={paths.questionPlace(organisation, facts.id, question.key)} data-once>
				<input type="hidden" name="id" value={newId()} />
				<a
					class="button"
					href={paths.question(organisation, facts.id, question.key)}
					aria-label={say.rewriteWhich(numeral)}
				>
					{say.rewrite}
				</a>
				{place > 0 && (
					<button type="submit" name="to" value="up" aria-label={say.moveUp(numeral)}>
						{say.up}
					</button>
				)}
				{place < facts.questions.length - 1 && (
					<button type="submit" name="to" value="down" aria-label={say.moveDown(numeral)}>
						{say.down}
					</button>
				)}
			</form>
		</li>
	);
};

/** Both languages side by side, as far as they were written. */
const wordsOf = ({ zh, en }: { zh: string; en: string }) => [zh, en].filter(Boolean).join(" / ");

function notesOf(question: Question, facts: DraftFacts, view: Page<DraftFacts>["view"]): string[] {
	const say = respondent[view.language];
	const earlier = facts.questions.findIndex(({ key }) => key === question.onlyIf?.question);
	const condition = facts.questions[earlier];
	const given =
		condition &&
		"options" in condition &&
		condition.options.find(({ key }) => key === question.onlyIf?.option);
	return [
		...("required" in question && question.required ? [words[view.language].required] : []),
		...(question.kind === "number" ? [say.between(question.least, question.most)] : []),
		...(given
			? [say.onlyIf(say.numeral(earlier + 1), given.words[view.language] || given.words.zh || given.words.en)]
			: []),
	];
}
