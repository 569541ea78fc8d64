import * as v from "valibot";
import { type LifeActName, lifeActNames } from "../../worker/organisations/life/rules";
import { statuses } from "../../worker/tables/ground";
import type { Language } from "../../worker/values/language";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { bothNames } from "./kinds/facts";
import { lifePaths } from "./life/form";
import { words as lifeWords } from "./life/words";
import { words } from "./words";

export const organisationFacts = v.object({
	id: v.string(),
	name: v.string(),
	kind: v.string(),
	kindName: bothNames,
	status: v.picklist(statuses),
	practice: v.boolean(),
	root: v.boolean(),
	/** Others stand below, and the reader may see them. */
	leads: v.boolean(),
	adults: v.nullable(v.number()),
	households: v.nullable(v.number()),
	parentName: v.nullable(v.string()),
	/** The acts of its life that the reader may do as it stands. */
	doable: v.array(v.picklist(lifeActNames)),
});
type Facts = v.InferOutput<typeof organisationFacts>;

/** What the association is and how it stands, and the ways to its posts, its poster, its history and those below it. */
export const OrganisationPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const number = (count: number) => formatNumber(count, view.language);
	const may = view.place?.may ?? [];
	// Whoever leads nobody, neither below nor from above, reads past a tree's machinery.
	const alone = !facts.leads && facts.doable.every((act) => act === "renaming");
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead title={facts.name} sub={[facts.kindName[view.language], facts.parentName]}>
				{may.includes("change the association") && (
					<a class="button" href={paths.associationEdit(facts.id)}>
						{say.edit}
					</a>
				)}
			</Masthead>
			<Heading>{say.facts}</Heading>
			<Rows>
				<Row label={say.kind}>{facts.kindName[view.language]}</Row>
				<Row label={say.status} href={paths.history(facts.id)} link={say.seeHistory}>
					{say.statuses[facts.status]}
				</Row>
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
				{may.includes("register members") && (
					<Row label={say.registers} href={paths.intakes(facts.id)} link={say.seeRegisters} />
				)}
				{facts.leads && <Row label={say.below} href={paths.tree(facts.id)} link={say.seeBelow} />}
				{alone ? null : <Rare facts={facts} view={view} />}
			</Rows>
			{alone ? (
				<details class="rare">
					<summary>{say.rare}</summary>
					<Rows>
						<Rare facts={facts} view={view} />
					</Rows>
					<Acts facts={facts} view={view} />
				</details>
			) : (
				<Acts facts={facts} view={view} />
			)}
		</Shell>
	);
};

/** What is looked for once in years. */
const Rare = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const may = view.place?.may ?? [];
	return (
		<>
			{!facts.leads && may.includes("found organisations") && (
				<Row label={say.below} href={paths.foundBelow(facts.id)} link={say.found}>
					{say.noneBelow}
				</Row>
			)}
			{facts.root && may.includes("set the rules") && (
				<Row label={say.setKinds} href={paths.kinds(facts.id)} link={say.seeKinds} />
			)}
			{facts.root && may.includes("set the rules") && (
				<Row label={say.setKeyDays} href={paths.keyDays(facts.id)} link={say.seeKeyDays} />
			)}
			{!facts.practice && may.includes("found organisations") && (
				<Row label={say.practice} href={paths.practice(facts.id)} link={say.seePractice} />
			)}
			<Row label={say.privacy} href={paths.privacy()} link={say.seePrivacy} />
		</>
	);
};

function titleOf(act: LifeActName, { status }: Facts, language: Language): string {
	const { again, title } = lifeWords[language];
	return act === "founding" && status === "deregistered" ? again : title[act];
}

/** What may be done to it, each on a page of its own; nothing for whoever may do nothing. */
const Acts = ({ facts, view }: Page<Facts>) =>
	facts.doable.length === 0 ? null : (
		<section>
			<Heading>{words[view.language].changes}</Heading>
			<p class="actions">
				{facts.doable.map((act: LifeActName) => (
					<a class="button" href={lifePaths[act](facts.id)}>
						{titleOf(act, facts, view.language)}
					</a>
				))}
				{reshapes(facts) && (
					<>
						<a class="button" href={paths.mergerNew(facts.id)}>
							{words[view.language].merge}
						</a>
						<a class="button" href={paths.splitNew(facts.id)}>
							{words[view.language].split}
						</a>
					</>
				)}
			</p>
		</section>
	);

/** Whether another may be merged into it, or groups split off: wherever it may be put under standardisation, or taken out. */
const reshapes = ({ doable }: Facts) =>
	doable.includes("standardisation") || doable.includes("standardisation-end");
