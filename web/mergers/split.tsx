import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { formatDay } from "../parts/format";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { Passed, passedFacts } from "./merger";
import { words } from "./words";

const named = v.object({ id: v.string(), name: v.string() });
export const splitFacts = v.object({ ...passedFacts, from: named, made: named });

/** A split: which groups' association came from which, when and why; its posts are still to be given. */
export const SplitPage = ({ facts, view }: Page<v.InferOutput<typeof splitFacts>>) => {
	const say = words[view.language];
	const title = say.splitOf(facts.made.name, facts.from.name);
	return (
		<Shell view={view} title={title} here="association">
			<Masthead
				title={title}
				sub={[formatDay(facts.day, view.language)]}
				back={{ href: paths.association(view.place?.id ?? ""), label: say.back }}
			/>
			<Passed facts={facts} view={view} />
			<Rows>
				<Row label={facts.made.name} href={paths.officers(facts.made.id)} link={say.givePosts}>
					<a href={paths.home(facts.made.id)}>{say.seeMade}</a>
				</Row>
			</Rows>
		</Shell>
	);
};
