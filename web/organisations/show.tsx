import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { words } from "./words";

export const organisationFacts = v.object({
	id: v.string(),
	name: v.string(),
	kind: v.string(),
	adults: v.nullable(v.number()),
	households: v.nullable(v.number()),
	parentName: v.nullable(v.string()),
});

/** What the association is, and the ways to its posts, its poster, those below it, and what is kept about whom. */
export const OrganisationPage = ({ facts, view }: Page<v.InferOutput<typeof organisationFacts>>) => {
	const say = words[view.language];
	const number = (count: number) => formatNumber(count, view.language);
	const may = view.place?.may ?? [];
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead title={facts.name} sub={[say.kinds[facts.kind], facts.parentName]}>
				{may.includes("change the association") && (
					<a class="button" href={paths.associationEdit(facts.id)}>
						{say.edit}
					</a>
				)}
			</Masthead>
			<Heading>{say.facts}</Heading>
			<Rows>
				<Row label={say.kind}>{say.kinds[facts.kind]}</Row>
				<Row label={say.adults}>
					{facts.adults === null ? say.notGiven : say.people(number(facts.adults))}
				</Row>
				<Row label={say.households}>
					{facts.households === null ? say.notGiven : say.homes(number(facts.households))}
				</Row>
				{facts.parentName && <Row label={say.parent}>{facts.parentName}</Row>}
				<Row label={say.officers} href={paths.officers(facts.id)} link={say.seeOfficers} />
				{may.includes("register members") && (
					<Row label={say.poster} href={paths.joinPoster(facts.id)} link={say.seePoster} />
				)}
				<Row label={say.below} href={paths.below(facts.id)} link={say.seeBelow} />
				<Row label={say.privacy} href={paths.privacy()} link={say.seePrivacy} />
			</Rows>
		</Shell>
	);
};
