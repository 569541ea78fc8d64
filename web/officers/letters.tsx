import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Desk } from "../layout/paper";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { chineseDay, formatDay } from "../parts/format";
import { Qr } from "../parts/qr";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { letterFacts } from "./letter-facts";
import { words } from "./letter-words";

export const lettersFacts = v.object({ letters: v.array(letterFacts), form: formSchema });

/** The letters and plaques issued, the latest first, each to be printed again; and a button for a plaque. */
export const LettersPage = ({ facts, view }: Page<v.InferOutput<typeof lettersFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const names = layoutWords[view.language].posts;
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[view.place?.name, say.hint]}
				back={{ href: paths.officers(organisation), label: say.officers }}
			/>
			<Conflict form={facts.form} language={view.language} />
			{facts.letters.length === 0 ? (
				<Empty {...say.none} />
			) : (
				<Register
					caption={say.title}
					rows={facts.letters}
					columns={[
						{
							head: say.numberHead,
							cell: (row) => (
								<a href={withQuery(paths.lettersPrint(organisation), { letter: row.id })}>
									{say.number(row.kind, row.year, row.number)}
								</a>
							),
						},
						{ head: say.kindHead, cell: (row) => say.kinds[row.kind], minor: true },
						{ head: say.name, cell: (row) => row.name ?? view.place?.name },
						{ head: say.post, cell: (row) => row.post && names[row.post] },
						{
							head: say.issuedOn,
							cell: (row) => formatDay(row.issuedOn, view.language, "dotted"),
							minor: true,
						},
					]}
				/>
			)}
			<p class="links">
				{facts.letters.length > 0 && <Files href={paths.letters(organisation)} view={view} />}
			</p>
			{view.place?.may.includes("let officers in") && (
				<Issue view={view} id={facts.form.id} kind="plaque" label={say.issuePlaque} />
			)}
		</Shell>
	);
};

type IssueProps = {
	view: View;
	id: string;
	kind: "letter" | "plaque";
	holder?: string;
	term?: string;
	label: string;
};

/** One button that issues letters and leads to their paper. */
export const Issue = ({ view, id, kind, holder, term, label }: IssueProps) => (
	<form class="actions" method="post" action={paths.letters(view.place?.id ?? "")} data-once>
		<input type="hidden" name="id" value={id} />
		<input type="hidden" name="kind" value={kind} />
		{holder && <input type="hidden" name="holder" value={holder} />}
		{term && <input type="hidden" name="term" value={term} />}
		<button type="submit">{label}</button>
	</form>
);

const paperFacts = v.object({ ...letterFacts.entries, address: v.string() });
type Letter = v.InferOutput<typeof paperFacts>;

export const lettersPrintFacts = v.object({ letters: v.array(paperFacts) });

/** Letters and plaques as their paper, a sheet each. */
export const LettersPrintPage = ({ facts, view }: Page<v.InferOutput<typeof lettersPrintFacts>>) => {
	const say = words[view.language];
	return (
		<Desk view={view} title={say.title} back={paths.officers(view.place?.id ?? "")}>
			<h1 class="hidden">{say.title}</h1>
			{facts.letters.length === 0 && <Empty {...say.nobody} />}
			{facts.letters.map((letter) =>
				letter.kind === "letter" ? (
					<Certificate letter={letter} view={view} />
				) : (
					<Plaque letter={letter} view={view} />
				),
			)}
		</Desk>
	);
};

/** A letter of appointment: in Chinese from the right, line by line. No seal is drawn; the ring is its place. */
const Certificate = ({ letter, view }: { letter: Letter; view: View }) => {
	const say = words[view.language];
	const day = (text: string) => (view.language === "zh" ? chineseDay(text) : formatDay(text, view.language));
	const post = letter.post ? layoutWords[view.language].posts[letter.post] : "";
	return (
		<article class="paper certificate">
			<div>
				<h2>{say.certificate}</h2>
				<p class="to">
					<b>{letter.name}</b> {say.comrade}
				</p>
				<p class="text">
					{say.appointed({ post, from: letter.fromDay ?? "", due: letter.dueDay, by: letter.assembly })}
				</p>
				<p class="signed">
					<span>{view.place?.name}</span>
					<span>{day(letter.issuedOn)}</span>
				</p>
			</div>
			<Foot letter={letter} view={view} />
		</article>
	);
};

/** A plaque to hang at the door: the association's name, and nothing else that is large. */
const Plaque = ({ letter, view }: { letter: Letter; view: View }) => (
	<article class="paper certificate plaque">
		<div>
			<h2>{view.place?.name}</h2>
			{view.place?.parentName && <p>{view.place.parentName}</p>}
			<p>{formatDay(letter.issuedOn, view.language)}</p>
		</div>
		<Foot letter={letter} view={view} />
	</article>
);

const Foot = ({ letter, view }: { letter: Letter; view: View }) => {
	const say = words[view.language];
	return (
		<footer>
			<span>{say.number(letter.kind, letter.year, letter.number)}</span>
			{view.place?.practice ? (
				<b>{say.practice}</b>
			) : (
				<>
					<small>{say.scan}</small>
					<Qr text={letter.address} label={say.scan} />
				</>
			)}
		</footer>
	);
};
