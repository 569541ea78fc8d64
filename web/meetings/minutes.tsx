import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, Field, Select, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { MinutesFacts } from "./facts";
import { Resolutions } from "./resolutions";
import { words } from "./words";

/** Writing minutes: what was said item by item, what was put to the vote, and signing them off. */
export const MinutesPage = ({ facts, view }: Page<MinutesFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.minutes} here="activities">
			<Masthead
				title={say.minutes}
				sub={[
					formatDay(facts.day, view.language, "short"),
					say.presentOf(facts.figures.present, facts.figures.voters),
				]}
				back={{ href: paths.meeting(organisation, facts.id), label: facts.title }}
				letterhead
			/>
			<Conflict form={facts.form} language={view.language} />
			<Said facts={facts} view={view} />
			<Vote facts={facts} view={view} />
			<p class="links">
				<a href={paths.signing(organisation, facts.id)}>{say.goSign}</a>
				<a href={paths.minutesPrint(organisation, facts.id)}>{say.printDraft}</a>
			</p>
		</Shell>
	);
};

const Said = ({ facts, view }: Page<MinutesFacts>) => {
	const say = words[view.language];
	const field = fieldOf(facts.form, view.language);
	return (
		<Form
			language={view.language}
			action={paths.minutes(view.place?.id ?? "", facts.id)}
			id={facts.form.id}
			problems={problemsOf(facts.form, view.language)}
			submit={say.save}
		>
			{facts.agenda.map(({ about, said }, place) => {
				const name = `said-${place + 1}`;
				const typed = field(name);
				return (
					<TextArea
						{...typed}
						value={name in facts.form.typed ? typed.value : said}
						label={say.item(place + 1, about)}
						rows={4}
					/>
				);
			})}
			<details>
				<summary>{say.beside}</summary>
				<Field {...field("about")} label={say.about} optional={say.optional} />
				<TextArea {...field("said")} label={say.said} optional={say.optional} />
			</details>
		</Form>
	);
};

const Vote = ({ facts, view }: Page<MinutesFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(facts.vote, view.language);
	return (
		<section>
			<Heading note={say.presentOf(facts.figures.present, facts.figures.voters)}>{say.resolutions}</Heading>
			<Resolutions
				resolutions={facts.resolutions}
				language={view.language}
				after={(one) => (
					<form method="post" action={paths.resolutionRemoval(organisation, facts.id, one.id)} data-once>
						<input type="hidden" name="id" value={facts.vote.id} />
						<button type="submit" class="plain">
							{say.takeBack}
						</button>
					</form>
				)}
			/>
			<Conflict form={facts.vote} language={view.language} />
			<Form
				language={view.language}
				action={paths.resolutions(organisation, facts.id)}
				id={facts.vote.id}
				problems={problemsOf(facts.vote, view.language)}
				submit={say.keepVote}
				second
			>
				<TextArea {...field("text")} label={say.toVote} hint={say.toVoteHint} rows={2} />
				<Select
					{...field("item")}
					label={say.ofItem}
					optional={say.optional}
					options={[
						{ value: "", label: say.noItem },
						...facts.agenda.map(({ about }, place) => ({
							value: String(place + 1),
							label: say.item(place + 1, about),
						})),
					]}
				/>
				<div class="fields">
					<Field {...field("votes_for")} label={say.votesFor} inputmode="numeric" />
					<Field {...field("votes_against")} label={say.votesAgainst} inputmode="numeric" />
					<Field {...field("abstained")} label={say.abstained} inputmode="numeric" />
				</div>
				{facts.rule.majority === "half" && (
					<Choices
						{...field("share")}
						label={say.share}
						hint={say.shareHint}
						options={[
							{ value: "half", label: say.shares.half },
							{ value: "two-thirds", label: say.shares["two-thirds"] },
						]}
					/>
				)}
			</Form>
		</section>
	);
};

/** Signing minutes off, after which nothing in them changes. */
export const SigningPage = ({ facts, view }: Page<MinutesFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const blocked = facts.resolutions.some(({ tooMany }) => tooMany);
	const silent = facts.agenda.filter(({ said }) => said === null);
	return (
		<Shell view={view} title={say.signTitle} here="activities">
			<Masthead
				title={say.signTitle}
				sub={[facts.title, formatDay(facts.day, view.language)]}
				back={{ href: paths.minutes(organisation, facts.id), label: say.minutes }}
				letterhead
			/>
			<Conflict form={facts.form} language={view.language} />
			<p>{say.signLead}</p>
			<ul class="rows">
				<li>
					<span>{say.quorumLine(facts.figures)}</span>
				</li>
				{silent.map(({ about }) => (
					<li>
						<span>{say.silent(about)}</span>
					</li>
				))}
			</ul>
			<Resolutions resolutions={facts.resolutions} language={view.language} />
			{!blocked && (
				<Form
					language={view.language}
					action={paths.signing(organisation, facts.id)}
					id={facts.form.id}
					problems={problemsOf(facts.form, view.language)}
					submit={say.sign}
					cancel={{ href: paths.minutes(organisation, facts.id), label: say.notYet }}
				/>
			)}
		</Shell>
	);
};
