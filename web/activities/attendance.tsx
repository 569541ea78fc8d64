import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { ErrorSummary } from "../parts/form";
import { formatDay } from "../parts/format";
import { problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { AttendanceFacts } from "./facts";
import { words } from "./words";

/** The roll: every member of that day as a name to tap. What is sent is the difference to what was shown. */
export const AttendancePage = ({ facts, view }: Page<AttendanceFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { activity, roster, ticked, form } = facts;
	const back = paths.activity(organisation, activity.id);
	return (
		<Shell view={view} title={say.rollTitle} here="activities">
			<Masthead
				title={say.rollTitle}
				sub={[activity.title, formatDay(activity.day, view.language, "short")]}
				back={{ href: back, label: activity.title }}
				letterhead
			/>
			<Conflict form={form} language={view.language} />
			<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
			{roster.length === 0 ? (
				<Empty {...say.emptyRoster} />
			) : (
				<form class="roll" method="post" action={paths.attendance(organisation, activity.id)} data-once>
					<input type="hidden" name="id" value={form.id} />
					<input
						type="hidden"
						name="before"
						value={roster.flatMap((member) => (member.came ? member.id : [])).join(" ")}
					/>
					<Narrowing view={view} />
					<Names roster={roster} ticked={ticked} />
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

const Narrowing = ({ view }: { view: View }) => {
	const say = words[view.language];
	return (
		<>
			<p class="note">{say.rollHint}</p>
			<p hidden>
				<input
					type="search"
					placeholder={say.narrow}
					aria-label={say.narrow}
					data-filter="#roster"
					autocomplete="off"
				/>
			</p>
		</>
	);
};

const Names = ({ roster, ticked }: Pick<AttendanceFacts, "roster" | "ticked">) => (
	<ul class="roster" id="roster">
		{roster.map((member) => (
			<li data-find={member.initials}>
				<label>
					<input
						type="checkbox"
						name="came"
						value={member.id}
						checked={ticked ? ticked.includes(member.id) : member.came}
					/>
					{member.name}
				</label>
			</li>
		))}
	</ul>
);
