import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { ErrorSummary } from "../parts/form";
import { problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const markingFacts = v.object({
	/** The group or the tag; a group has one name. */
	of: v.object({ what: v.picklist(["group", "tag"]), id: v.string(), zh: v.string(), en: v.string() }),
	roster: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			initials: v.string(),
			in: v.boolean(),
			/** The other group they stand in. */
			elsewhere: v.nullable(v.string()),
		}),
	),
	/** Who was ticked when the form came back. */
	ticked: v.nullable(v.array(v.string())),
	form: formSchema,
});
type Facts = v.InferOutput<typeof markingFacts>;

/** Everybody as a name to tap: into a group or out of it, with a tag or without. What is sent is the difference. */
export const MarkingPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { of, roster, form } = facts;
	const name = of[view.language];
	const isGroup = of.what === "group";
	const title = isGroup ? say.markGroup(name) : say.markTag(name);
	const back = isGroup
		? { href: paths.group(organisation, of.id), label: name }
		: { href: paths.tags(organisation), label: say.tags };
	const action = isGroup ? paths.groupMembers(organisation, of.id) : paths.tagMembers(organisation, of.id);
	return (
		<Shell view={view} title={title} here="members">
			<Masthead title={title} back={back} letterhead />
			<Conflict form={form} language={view.language} />
			<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
			{roster.length === 0 ? (
				<Empty {...say.empty} />
			) : (
				<form class="roll" method="post" action={action} data-once>
					<input type="hidden" name="id" value={form.id} />
					<input
						type="hidden"
						name="before"
						value={roster.flatMap((member) => (member.in ? member.id : [])).join(" ")}
					/>
					<p class="note">{isGroup ? say.markGroupHint : say.markTagHint}</p>
					<p hidden>
						<input
							type="search"
							placeholder={say.narrow}
							aria-label={say.narrow}
							data-filter="#roster"
							autocomplete="off"
						/>
					</p>
					<Names facts={facts} />
					<div class="till">
						<span class="sum">
							{say.ticked}{" "}
							<output>
								<span class="ticks" /> {say.persons}
							</output>
						</span>
						<div>
							<button type="submit" class="stamp">
								{say.save}
							</button>
						</div>
					</div>
				</form>
			)}
		</Shell>
	);
};

const Names = ({ facts: { roster, ticked } }: { facts: Facts }) => (
	<ul class="roster" id="roster">
		{roster.map((member) => (
			<li data-find={member.initials}>
				<label>
					<input
						type="checkbox"
						name="members"
						value={member.id}
						checked={ticked ? ticked.includes(member.id) : member.in}
					/>
					<span>
						{member.name} {member.elsewhere && <small>{member.elsewhere}</small>}
					</span>
				</label>
			</li>
		))}
	</ul>
);
