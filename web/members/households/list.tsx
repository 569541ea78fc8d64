import * as v from "valibot";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Empty } from "../../parts/empty";
import { Files } from "../../parts/files";
import { Mark } from "../../parts/mark";
import { Pager } from "../../parts/pager";
import { Register } from "../../parts/table";
import { paths, withQuery } from "../../paths";
import { words } from "./words";

/** A household as lists show it. */
export const householdRow = v.object({
	id: v.string(),
	name: v.string(),
	address: v.nullable(v.string()),
	contact: v.nullable(v.string()),
	contactName: v.nullable(v.string()),
	/** Whether whoever keeps in touch is a member today. */
	kept: v.boolean(),
});
type Row = v.InferOutput<typeof householdRow>;

export const householdsFacts = v.object({
	households: v.array(householdRow),
	first: v.boolean(),
	next: v.nullable(v.string()),
});

/** The households, by who keeps in touch; those with nobody come first. */
export const HouseholdsPage = ({ facts, view }: Page<v.InferOutput<typeof householdsFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.households(organisation);
	const registers = view.place?.may.includes("register members");
	return (
		<Shell view={view} title={say.title} here="members">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.members(organisation), label: say.back }}
			>
				{registers && (
					<a class="button" href={paths.householdLines(organisation)}>
						{say.addMany}
					</a>
				)}
				{registers && (
					<a class="button" href={paths.householdNew(organisation)}>
						{say.add}
					</a>
				)}
			</Masthead>
			<p class="prose">{say.explained}</p>
			{facts.households.length === 0 ? (
				<Empty {...say.empty} />
			) : (
				<Register
					caption={say.title}
					rows={facts.households}
					columns={[
						{
							head: say.household,
							cell: (row) => <a href={paths.household(organisation, row.id)}>{row.name}</a>,
						},
						{ head: say.address, cell: (row) => row.address },
						{ head: say.contact, cell: (row) => <ContactOf row={row} view={view} /> },
					]}
				/>
			)}
			<Pager
				shown={say.shown(facts.households.length)}
				next={facts.next && withQuery(here, { after: facts.next })}
				nextLabel={say.next}
				first={facts.first ? null : here}
				firstLabel={say.firstPage}
			>
				{facts.households.length > 0 && <Files href={here} view={view} />}
				<a href={paths.network(organisation)}>{say.walk}</a>
				<button type="button" class="plain" data-print hidden>
					{say.print}
				</button>
			</Pager>
		</Shell>
	);
};

/** Who keeps in touch; marked where somebody is needed. */
export const ContactOf = ({ row, view }: { row: Row; view: View }) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	if (row.contact && row.contactName && row.kept)
		return <a href={paths.networkMember(organisation, row.contact)}>{row.contactName}</a>;
	return (
		<span class="wanting">
			<Mark shape="hollow" /> {row.contactName ? say.gone(row.contactName) : say.nobody}
		</span>
	);
};
