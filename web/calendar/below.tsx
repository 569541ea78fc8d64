import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { paths } from "../paths";
import { words } from "./words";

export const belowFacts = v.object({ units: v.array(v.object({ id: v.string(), name: v.string() })) });

/** Those directly below, each the way to its calendar. */
export const CalendarsBelowPage = ({ facts: { units }, view }: Page<v.InferOutput<typeof belowFacts>>) => {
	const say = words[view.language];
	return (
		<Shell view={view} title={say.below} here="activities">
			<Masthead
				title={say.below}
				sub={[view.place?.name, say.belowNote]}
				back={{ href: paths.calendar(view.place?.id ?? ""), label: say.title }}
			/>
			{units.length === 0 ? (
				<Empty {...say.noneBelow} />
			) : (
				<ul class="names">
					{units.map(({ id, name }) => (
						<li>
							<a href={paths.calendar(id)}>{name}</a>
						</li>
					))}
				</ul>
			)}
		</Shell>
	);
};
