import * as v from "valibot";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Register } from "../../parts/table";
import { paths } from "../../paths";
import { words } from "./words";

export const kindsFacts = v.object({
	kinds: v.array(
		v.object({
			id: v.string(),
			zh: v.string(),
			en: v.string(),
			covers: v.boolean(),
			above: v.array(v.string()),
		}),
	),
});

/** Every kind of organisation, and what it may stand under: the rules of the tree. */
export const KindsPage = ({ facts: { kinds }, view }: Page<v.InferOutput<typeof kindsFacts>>) => {
	const say = words[view.language];
	const here = view.place?.id ?? "";
	const nameOf = (id: string) =>
		id === "root" ? say.root : (kinds.find((one) => one.id === id)?.[view.language] ?? id);
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.association(here), label: say.back }}
			>
				<a class="button" href={paths.kindNew(here)}>
					{say.add}
				</a>
			</Masthead>
			<p class="soft">{say.lead}</p>
			<Register
				caption={say.title}
				rows={kinds}
				columns={[
					{ head: say.name, cell: (row) => <a href={paths.kind(here, row.id)}>{row[view.language]}</a> },
					{
						head: say.under,
						cell: (row) => (row.above.length > 0 ? say.join(row.above.map(nameOf)) : say.none),
					},
					{ head: say.covers, cell: (row) => (row.covers ? say.coversYes : ""), minor: true },
				]}
			/>
		</Shell>
	);
};
