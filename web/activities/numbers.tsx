import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { TextArea } from "../parts/field";
import { ErrorSummary } from "../parts/form";
import { formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths, withQuery } from "../paths";
import type { NumbersFacts } from "./facts";
import { Sessions } from "./sessions";
import { words } from "./words";

/** The numbers of a signed sheet, keyed in: first a look at whom they stand for, then one save. */
export const NumbersPage = ({ facts, view }: Page<NumbersFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { activity, form, session, preview } = facts;
	const here = paths.sheetNumbers(organisation, activity.id);
	return (
		<Shell view={view} title={say.numbersTitle} here="activities">
			<Masthead
				title={say.numbersTitle}
				sub={[activity.title, formatDay(activity.day, view.language, "short")]}
				back={{ href: paths.activity(organisation, activity.id), label: activity.title }}
			/>
			<Sessions facts={facts} view={view} href={(number) => withQuery(here, { session: number })} />
			<Conflict form={form} language={view.language} />
			<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
			{facts.numbered === 0 ? (
				<Empty {...say.noNumbers} href={paths.signInSheet(organisation, activity.id)} link={say.sheet} />
			) : (
				<form class="form" method="get" action={here}>
					<input type="hidden" name="session" value={session} />
					<TextArea
						{...fieldOf(form, view.language)("numbers")}
						label={say.numbersField}
						hint={say.numbersHint}
						rows={2}
					/>
					<div class="actions">
						<button type="submit" class={preview ? undefined : "stamp"}>
							{say.look}
						</button>
					</div>
				</form>
			)}
			{preview && <Preview facts={facts} preview={preview} here={here} view={view} />}
		</Shell>
	);
};

type PreviewProps = Page<NumbersFacts> & {
	preview: NonNullable<NumbersFacts["preview"]>;
	here: string;
};

const Preview = ({ facts, preview, here, view }: PreviewProps) => {
	const say = words[view.language];
	return (
		<form method="post" action={here} data-once>
			<input type="hidden" name="id" value={facts.form.id} />
			<input type="hidden" name="session" value={facts.session} />
			<input type="hidden" name="numbers" value={String(facts.form.typed.numbers ?? "")} />
			<h2>{say.preview(preview.added, preview.people.length)}</h2>
			<ol class="names numbered">
				{preview.people.map((one) => (
					<li>
						{one.number} {one.name} {one.already && <small>{say.already}</small>}
					</li>
				))}
			</ol>
			<div class="actions">
				<button type="submit" class="stamp">
					{say.save}
				</button>
			</div>
		</form>
	);
};
