import { html } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import { inLanguage } from "../layout/language-switch";
import type { Page, View } from "../layout/view";
import { paths, withQuery } from "../paths";
import type { ShutFacts, SurveyFacts } from "./answer-facts";
import { script, style } from "./answer-style";
import { langOf, words } from "./answer-words";
import { Questions, Said } from "./question";

// Drawn once: escaping them anew for each reader would cost more than the rest of the page.
const drawnStyle = html`${<style>{style}</style>}`;
const drawnScript = html`${<script>{script}</script>}`;

/** The respondent's page: one response with its style in it, a plain form that needs no script. */
export const Survey = ({ facts, view }: Page<SurveyFacts>) => {
	const say = words[view.language];
	const wrong = facts.questions.filter(({ key }) => facts.mistakes[key]);
	const halfTranslated = facts.questions.some(({ words: of }) => of.only && of.only !== view.language);
	return (
		<Sheet title={facts.title[view.language]} view={view} large={facts.large}>
			<header>
				<h1>
					<Said of={facts.title} language={view.language} />
				</h1>
				<p>
					<span>{facts.unitName}・</span>
					{facts.about && <span>{facts.about}・</span>}
					<span>{say.sub(facts.questions.length)}・</span>
					<span>{say.until(facts.lastDay)}</span>
				</p>
			</header>
			{facts.preview && <p class="w">{say.preview}</p>}
			<p>{say.promise}</p>
			{halfTranslated && <p>{say.halfTranslated}</p>}
			<Switches facts={facts} view={view} />
			{facts.setback && (
				<div class="w" role="alert">
					{say.setbacks[facts.setback]}
					{wrong.map(({ key, words: of }) => (
						<a href={`#q-${key}`}>{of[view.language]}</a>
					))}
				</div>
			)}
			<p id="kept" hidden>
				{say.kept} <a href={hereOf(facts)}>{say.afresh}</a>
			</p>
			<form
				method="post"
				action={hereOf(facts)}
				data-fresh={facts.setback === null}
				data-sending={say.sending}
				data-offline={say.offline}
			>
				<input type="hidden" name="id" value={facts.id} />
				<Questions facts={facts} view={view} />
				<Code facts={facts} view={view} />
				<p id="state" role="status" />
				<button type="submit" disabled={facts.preview}>
					{say.send}
				</button>
			</form>
			{drawnScript}
		</Sheet>
	);
};

/** This page's own address, in large type if that was asked for; a preview stays where it is. */
const hereOf = ({ wave, unit, large, preview }: SurveyFacts) =>
	preview ? "" : withQuery(paths.answer(wave, unit), { large: large ? "1" : null });

/** What stands instead of the form when nothing can be answered: over, not begun, or no such survey. */
export const Shut = ({ facts, view }: Page<ShutFacts>) => {
	const { title, text } = words[view.language].shut[facts.reason](facts.day);
	return (
		<Sheet title={title} view={view} large={false}>
			<header>
				<h1>{title}</h1>
				{facts.unitName && <p>{facts.unitName}</p>}
			</header>
			<p>{text}</p>
		</Sheet>
	);
};

const Sheet = ({
	title,
	view,
	large,
	children,
}: PropsWithChildren<{ title: string; view: View; large: boolean }>) => (
	<html lang={langOf(view.language)} class={[view.language, large && "big"].filter(Boolean).join(" ")}>
		<head>
			<meta charset="utf-8" />
			<meta name="viewport" content="width=device-width, initial-scale=1" />
			<meta name="robots" content="noindex" />
			<title>{title}</title>
			<link rel="icon" href="data:," />
			{drawnStyle}
		</head>
		<body>
			<main>
				{view.demonstration && <p>{words[view.language].demonstration}</p>}
				{children}
			</main>
		</body>
	</html>
);

const Switches = ({ facts, view }: Page<SurveyFacts>) => {
	const say = words[view.language];
	const here = facts.preview ? view.path : hereOf(facts);
	const other = view.language === "zh" ? "en" : "zh";
	return (
		<nav>
			<a href={inLanguage(here, other)} lang={langOf(other)}>
				{say.other}
			</a>{" "}
			<a
				id="size"
				href={
					facts.preview
						? ""
						: withQuery(paths.answer(facts.wave, facts.unit), { large: facts.large ? null : "1" })
				}
				data-large={say.large}
				data-normal={say.normal}
			>
				{facts.large ? say.normal : say.large}
			</a>{" "}
			<a href={paths.privacy()}>{say.privacy}</a>
		</nav>
	);
};

const Code = ({ facts, view }: Page<SurveyFacts>) => {
	const say = words[view.language];
	return (
		<fieldset>
			<label class="q" for="code">
				<b>{say.codeNumeral}</b>
				<span>
					{say.code}
					{!facts.codeRequired && <em>{say.codeOptional}</em>}
				</span>
			</label>
			<input
				class="c"
				id="code"
				name="code"
				value={String(facts.typed.code ?? "")}
				maxlength={24}
				required={facts.codeRequired}
				autocomplete="off"
				autocapitalize="characters"
				spellcheck={false}
			/>
		</fieldset>
	);
};
