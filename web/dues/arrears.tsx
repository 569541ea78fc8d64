import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatAmount, formatFen } from "../parts/format";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./owing-words";

/** Amounts in fen. */
export const arrearsFacts = v.object({
	today: v.string(),
	people: v.array(
		v.object({
			person: v.string(),
			name: v.string(),
			years: v.array(v.object({ year: v.number(), rest: v.number() })),
			sum: v.number(),
		}),
	),
	sum: v.number(),
});

/** Who owes which years, as far back as dues are collected: a skipped year stands here whatever was paid later. */
export const ArrearsPage = ({ facts, view }: Page<v.InferOutput<typeof arrearsFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const yuan = (fen: number) => formatFen(fen, view.language);
	return (
		<Shell view={view} title={say.arrears} here="dues">
			<Masthead
				title={say.arrears}
				sub={[view.place?.name, say.arrearsSub(facts.people.length, yuan(facts.sum))]}
				letterhead
				back={{ href: paths.dues(organisation), label: say.back }}
			/>
			{facts.people.length === 0 ? (
				<Empty {...say.nobody} />
			) : (
				<Register
					caption={say.arrears}
					rows={facts.people}
					columns={[
						{
							head: say.name,
							cell: ({ person, name }) => <a href={paths.member(organisation, person)}>{name}</a>,
						},
						{
							head: say.years,
							cell: ({ years }) =>
								years
									.map(({ year, rest }) => say.yearText(year, yuan(rest)))
									.join(view.language === "zh" ? "，" : ", "),
						},
						{ head: say.sum, cell: ({ sum }) => formatAmount(sum, view.language), number: true },
					]}
					foot={[say.total, "", formatAmount(facts.sum, view.language)]}
				/>
			)}
			<p class="actions quiet">
				<Files href={paths.arrears(organisation)} view={view} />
				<button type="button" class="plain" data-print hidden>
					{view.language === "zh" ? "打印" : "Print"}
				</button>
			</p>
		</Shell>
	);
};
