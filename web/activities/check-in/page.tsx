import { html } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import * as v from "valibot";
import { inLanguage } from "../../layout/language-switch";
import type { Page, View } from "../../layout/view";
import { paths } from "../../paths";
import { style } from "../../surveys/answer-style";
import { words } from "./words";

export const checkInFacts = v.object({
	organisation: v.string(),
	activity: v.string(),
	session: v.number(),
	title: v.string(),
	host: v.string(),
	day: v.string(),
	/** What stands on the page: the form, the question for the code, or that nobody checks in now. */
	stands: v.picklist(["form", "code", "closed"]),
	/** The proof that the code was right. */
	pass: v.nullable(v.string()),
	name: v.string(),
	/** Why it was not taken: one answer for whoever is unknown and whose digits are wrong. */
	trouble: v.nullable(v.picklist(["miss", "stale", "many"])),
});
type Facts = v.InferOutput<typeof checkInFacts>;

// Drawn once: escaping it anew for each phone would cost more than the rest of the page.
const drawnStyle = html`${<style>{style}</style>}`;

/** Where a member says who they are: one response with its style in it, a plain form that needs no script. */
export const CheckInPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	return (
		<Sheet title={say.title} view={view}>
			<header>
				<h1>{facts.stands === "closed" ? say.closed : facts.title}</h1>
				<p>
					<span>{facts.host}・</span>
					<span>{say.day(facts.day)}</span>
				</p>
			</header>
			{facts.trouble && (
				<p class="w" role="alert">
					{say[facts.trouble]}
				</p>
			)}
			{facts.stands === "closed" && <p>{say.closedText}</p>}
			{facts.stands === "code" && <Code facts={facts} view={view} />}
			{facts.stands === "form" && <Who facts={facts} view={view} />}
			<nav>
				<a
					href={inLanguage(view.path, view.language === "zh" ? "en" : "zh")}
					lang={view.language === "zh" ? "en" : "zh-CN"}
				>
					{say.other}
				</a>{" "}
				<a href={paths.privacy()}>{say.privacy}</a>
			</nav>
		</Sheet>
	);
};

const Who = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	return (
		<form method="post" action={here(facts)}>
			<p>{say.lead}</p>
			<input type="hidden" name="pass" value={facts.pass ?? ""} />
			<label class="q" for="name">
				{say.name}
			</label>
			<input class="c" id="name" name="name" value={facts.name} autocomplete="name" required />
			<label class="q" for="digits">
				{say.digits}
			</label>
			<input
				class="c"
				id="digits"
				name="digits"
				inputmode="numeric"
				maxlength={11}
				autocomplete="off"
				required
			/>
			<button type="submit">{say.send}</button>
		</form>
	);
};

const Code = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	return (
		<form method="get" action={here(facts)}>
			<p>{say.codeLead}</p>
			<label class="q" for="code">
				{say.code}
			</label>
			<input
				class="c"
				id="code"
				name="code"
				maxlength={12}
				autocomplete="off"
				autocapitalize="characters"
				spellcheck={false}
				required
			/>
			<button type="submit">{say.go}</button>
		</form>
	);
};

const here = ({ organisation, activity, session }: Facts) =>
	paths.checkingIn(organisation, activity, String(session));

const Sheet = ({ title, view, children }: PropsWithChildren<{ title: string; view: View }>) => (
	<html lang={view.language === "zh" ? "zh-CN" : "en"} class={view.language}>
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
