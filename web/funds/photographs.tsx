import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { ErrorSummary } from "../parts/form";
import { formatDay, formatFen } from "../parts/format";
import { Heading } from "../parts/heading";
import { problemsOf } from "../parts/mistakes";
import { AddPhotographs, Album, photographSized, Thumbnails } from "../parts/photographs";
import { paths } from "../paths";
import { words } from "./photographs-words";
import { words as funds } from "./words";

export const voucherPhotographsFacts = v.object({
	expense: v.object({
		id: v.string(),
		year: v.number(),
		number: v.number(),
		day: v.string(),
		/** In fen, as money gone. */
		amount: v.number(),
		purpose: v.nullable(v.string()),
	}),
	photographs: v.array(photographSized),
	/** How many more there is room for. */
	room: v.number(),
	changes: v.array(v.object({ act: v.string(), by: v.nullable(v.string()), day: v.string() })),
	form: formSchema,
	/** The id of a removal. */
	removal: v.string(),
});

type Numbered = { id: string; year: number; number: number };

const numberOf = ({ year, number }: Numbered, view: View) =>
	funds[view.language].numberText("out", year, String(number).padStart(4, "0"));

/** How photographs of an expense are found and called. */
const pictures = (expense: Numbered, view: View) => ({
	at: (id: string) => paths.voucherPhotograph(view.place?.id ?? "", expense.id, id),
	alt: (place: number) => words[view.language].one(numberOf(expense, view), place),
	language: view.language,
});

/** The photographs of an expense's paper at their full width, to add to and take away from, with who did. */
export const VoucherPhotographsPage = ({
	facts,
	view,
}: Page<v.InferOutput<typeof voucherPhotographsFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { expense, photographs, form, changes } = facts;
	const removalAt = (id: string) => paths.voucherPhotographRemoval(organisation, expense.id, id);
	return (
		<Shell view={view} title={say.title} here="dues">
			<Masthead
				title={say.title}
				sub={[expense.purpose ?? "", formatFen(-expense.amount, view.language)]}
				back={{ href: paths.entry(organisation, expense.id), label: numberOf(expense, view) }}
			/>
			<Conflict form={form} language={view.language} />
			<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
			<Adding expense={expense} room={facts.room} view={view} />
			<Album
				{...pictures(expense, view)}
				photographs={photographs}
				removal={view.place?.may.includes("use funds") ? { at: removalAt, id: facts.removal } : null}
			/>
			{changes.length > 0 && (
				<section>
					<Heading>{say.history}</Heading>
					<ul class="rows">
						{changes.map(({ act, by, day }) => (
							<li>
								<time>{formatDay(day, view.language, "dotted")}</time>
								{say.acts[act] ?? act}
								{by && <small>{by}</small>}
							</li>
						))}
					</ul>
				</section>
			)}
		</Shell>
	);
};

const Adding = ({ expense, room, view }: { expense: Numbered; room: number; view: View }) => {
	const say = words[view.language];
	const { place, language } = view;
	if (!place?.may.includes("use funds")) return null;
	if (room <= 0) return <p class="note">{say.full}</p>;
	return (
		<AddPhotographs
			to={paths.voucherPhotographs(place.id, expense.id)}
			hint={say.hint(room)}
			language={language}
		/>
	);
};

/** What an expense's own page shows of them, off the paper: small, with the field that adds one. */
export const VoucherPhotographs = ({
	expense,
	photographs,
	room,
	view,
}: {
	expense: Numbered;
	photographs: v.InferOutput<typeof photographSized>[];
	room: number;
	view: View;
}) => {
	const say = words[view.language];
	if (photographs.length === 0 && !view.place?.may.includes("use funds")) return null;
	const there = paths.voucherPhotographs(view.place?.id ?? "", expense.id);
	return (
		<section class="off-paper">
			<Heading note={photographs.length > 0 && <a href={there}>{say.manage}</a>}>
				{photographs.length > 0 ? say.some(photographs.length) : say.title}
			</Heading>
			<Thumbnails {...pictures(expense, view)} photographs={photographs} href={there} />
			<Adding expense={expense} room={room} view={view} />
		</section>
	);
};
