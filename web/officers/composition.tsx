import * as v from "valibot";
import { councilPosts } from "../../worker/officers/seats/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { formatDay, formatNumber } from "../parts/format";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { stampFacts } from "./board";
import { words } from "./board-words";
import { People, peopleFacts } from "./people";

export const peoplePageFacts = v.object({
	...stampFacts,
	/** Whose holders are counted; every council's post where null. */
	post: v.nullable(v.picklist(councilPosts)),
	whole: v.nullable(peopleFacts),
	rows: v.array(v.object({ organisation: v.string(), name: v.string(), people: peopleFacts })),
	more: v.boolean(),
});
type Facts = v.InferOutput<typeof peoplePageFacts>;
type Counts = v.InferOutput<typeof peopleFacts>;

/** Who holds the posts below: share of women, of full-time, ages; by post. */
export const PeoplePage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.seatPeople(organisation);
	const { day, time, whole } = facts;
	return (
		<Shell view={view} title={say.peopleTitle} here="association">
			<Masthead
				title={say.peopleTitle}
				sub={[view.place?.name, day && say.asOf(`${formatDay(day, view.language, "short")} ${time}`)]}
				back={{ href: paths.seatBoard(organisation), label: say.title }}
			/>
			<Filters
				label={say.posts}
				language={view.language}
				tabs={[null, ...councilPosts].map((post) => ({
					href: withQuery(here, { post }),
					label: post ? layoutWords[view.language].posts[post] : say.everyPost,
					chosen: facts.post === post,
				}))}
			/>
			{whole === null || whole.people === 0 ? (
				<Empty {...say.emptyList} />
			) : (
				<>
					<People people={whole} language={view.language} />
					<Rows facts={facts} view={view} />
				</>
			)}
			<p class="note">
				{facts.more && say.shown(facts.rows.length)} {say.peopleNote}
			</p>
			<p class="links">
				<Files href={withQuery(here, { post: facts.post })} view={view} />
			</p>
		</Shell>
	);
};

const Rows = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const share = (count: number, of: number) =>
		of === 0 ? "–" : formatNumber((count / of) * 100, view.language, 1);
	const upTo45 = ({ ages: [a = 0, b = 0] }: Counts) => a + b;
	const ageKnown = ({ people, ages }: Counts) => people - (ages.at(-1) ?? 0);
	return (
		<Register
			caption={say.peopleTitle}
			rows={facts.rows}
			columns={[
				{
					head: say.name,
					cell: ({ organisation, name }) => <a href={paths.officers(organisation)}>{name}</a>,
				},
				{ head: say.persons, cell: ({ people }) => people.people, number: true },
				{ head: say.women, cell: ({ people }) => share(people.women, people.sexKnown), number: true },
				{ head: say.fullTime, cell: ({ people }) => share(people.fullTime, people.people), number: true },
				{
					head: say.upTo45,
					cell: ({ people }) => share(upTo45(people), ageKnown(people)),
					number: true,
					minor: true,
				},
				{
					head: say.over60,
					cell: ({ people }) => share(people.ages[4] ?? 0, ageKnown(people)),
					number: true,
					minor: true,
				},
			]}
		/>
	);
};
