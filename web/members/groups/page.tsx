import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Empty } from "../../parts/empty";
import { Field, Select } from "../../parts/field";
import { Files } from "../../parts/files";
import { Form } from "../../parts/form";
import { Heading } from "../../parts/heading";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { Row, Rows } from "../../parts/rows";
import { Register } from "../../parts/table";
import { paths, withQuery } from "../../paths";
import { words } from "./words";

export const groupsFacts = v.object({
	groups: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			leader: v.nullable(v.string()),
			members: v.number(),
		}),
	),
	/** How many members stand in no group. */
	without: v.number(),
	form: formSchema,
});
type GroupsFacts = v.InferOutput<typeof groupsFacts>;

/** The groups with leader and size, and the form to add one. */
export const GroupsPage = ({ facts: { groups, without, form }, view }: Page<GroupsFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const registers = view.place?.may.includes("register members");
	return (
		<Shell view={view} title={say.title} here="members">
			<Masthead
				title={say.title}
				sub={[view.place?.name, say.sub(groups.length)]}
				back={{ href: paths.members(organisation), label: say.back }}
			/>
			{groups.length === 0 ? (
				<Empty {...say.empty} />
			) : (
				<Register
					caption={say.title}
					rows={groups}
					columns={[
						{ head: say.title, cell: (row) => <a href={paths.group(organisation, row.id)}>{row.name}</a> },
						{ head: say.leader, cell: (row) => row.leader ?? say.noLeader },
						{ head: say.members, cell: (row) => say.people(row.members), number: true },
					]}
				/>
			)}
			{groups.length > 0 && (
				<p class="links">
					<Files href={paths.groups(organisation)} total={groups.length} view={view} />
					<a href={paths.network(organisation)}>{say.walk}</a>
				</p>
			)}
			{groups.length > 0 && without > 0 && (
				<p>
					{say.without(without)}{" "}
					<a href={withQuery(paths.members(organisation), { group: "none" })}>{say.seeWithout}</a>
				</p>
			)}
			{registers && <Found form={form} view={view} />}
		</Shell>
	);
};

const Found = ({ form, view }: { form: GroupsFacts["form"]; view: Page<GroupsFacts>["view"] }) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.found}</Heading>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.groups(view.place?.id ?? "")}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.foundIt}
			>
				<Field {...fieldOf(form, view.language)("group")} label={say.name} hint={say.nameHint} required />
			</Form>
		</section>
	);
};

export const groupFacts = v.object({
	group: v.object({ id: v.string(), name: v.string() }),
	leader: v.nullable(v.object({ id: v.string(), name: v.string() })),
	members: v.array(v.object({ id: v.string(), name: v.string() })),
	form: formSchema,
});
type GroupFacts = v.InferOutput<typeof groupFacts>;

/** A group: who leads it, who stands in it, and what can be done. */
export const GroupPage = ({ facts, view }: Page<GroupFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { group, leader, members } = facts;
	const registers = view.place?.may.includes("register members");
	return (
		<Shell view={view} title={group.name} here="members">
			<Masthead
				title={group.name}
				sub={[say.people(members.length), leader && `${say.leader} ${leader.name}`]}
				back={{ href: paths.groups(organisation), label: say.title }}
			>
				{registers && (
					<a class="button" href={paths.groupMembers(organisation, group.id)}>
						{say.assign}
					</a>
				)}
			</Masthead>
			<section>
				<Heading
					note={
						members.length > 0 && (
							<a href={withQuery(paths.members(organisation), { group: group.id })}>{say.seeInRegister}</a>
						)
					}
				>
					{say.members}
				</Heading>
				{members.length === 0 ? (
					<Empty {...say.nobody} />
				) : (
					<ul class="names">
						{members.map((member) => (
							<li>
								<a href={paths.member(organisation, member.id)}>{member.name}</a>
							</li>
						))}
					</ul>
				)}
			</section>
			<Leader facts={facts} view={view} />
			{registers && <Naming facts={facts} view={view} />}
		</Shell>
	);
};

const Leader = ({ facts: { group, leader, members, form }, view }: Page<GroupFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const appoints = view.place?.may.includes("let officers in") && members.length > 0;
	return (
		<section>
			<Heading>{say.leader}</Heading>
			{!appoints && (
				<Rows>
					<Row label={say.leader}>{leader?.name ?? say.noLeader}</Row>
				</Rows>
			)}
			{appoints && (
				<div class="inset">
					<form method="post" action={paths.groupLeader(organisation, group.id)} data-once>
						<input type="hidden" name="id" value={`${form.id.slice(0, 15)}l`} />
						<Select
							name="leader"
							label={say.leader}
							value={leader?.id ?? ""}
							hint={say.leaderHint}
							options={[
								{ value: "", label: say.leaderNone },
								...members.map(({ id, name }) => ({ value: id, label: name })),
							]}
						/>
						<button type="submit">{say.setLeader}</button>
					</form>
				</div>
			)}
		</section>
	);
};

const Naming = ({ facts: { group, form }, view }: Page<GroupFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<section>
			<Heading>{say.rename}</Heading>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.group(organisation, group.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
			>
				<Field {...fieldOf(form, view.language)("group")} label={say.name} required />
			</Form>
			<form
				class="links"
				method="post"
				action={paths.groupEnd(organisation, group.id)}
				data-confirm={say.endConfirm(group.name)}
				data-once
			>
				<input type="hidden" name="id" value={`${form.id.slice(0, 15)}e`} />
				<span>{say.endHint}</span>
				<button type="submit" class="plain">
					{say.end}
				</button>
			</form>
		</section>
	);
};
