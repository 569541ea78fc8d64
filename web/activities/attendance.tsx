import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { ErrorSummary } from "../parts/form";
import { formatDay } from "../parts/format";
import { problemsOf } from "../parts/mistakes";
import { paths, withQuery } from "../paths";
import type { AttendanceFacts } from "./facts";
import { Sessions } from "./sessions";
import { words } from "./words";

/**
 * The roll: every member of that day as a name to tap. Without scripts what is sent is the difference to what was shown; with
 * them each tap is kept on the phone and sent by itself, and the page goes on without network.
 */
export const AttendancePage = ({ facts, view }: Page<AttendanceFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { activity, roster, ticked, form, session } = facts;
	const back = paths.activity(organisation, activity.id);
	return (
		<Shell view={view} title={say.rollTitle} here="activities">
			<Masthead
				title={say.rollTitle}
				sub={[activity.title, formatDay(activity.day, view.language, "short")]}
				back={{ href: back, label: activity.title }}
				letterhead
			/>
			<Sessions
				facts={facts}
				view={view}
				href={(number) => withQuery(paths.attendance(organisation, activity.id), { session: number })}
			/>
			<Conflict form={form} language={view.language} />
			<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
			{roster.length === 0 ? (
				<Empty {...say.emptyRoster} />
			) : (
				<form
					class="roll"
					method="post"
					action={paths.attendance(organisation, activity.id)}
					autocomplete="off"
					data-once
					data-roll={paths.taps(organisation, activity.id)}
					data-session={session}
					data-back={back}
					data-words={JSON.stringify({
						sent: say.sent,
						unsent: say.unsent,
						sending: say.sending,
						offline: say.offline,
						signedOut: say.signedOut,
						gone: say.gone,
						done: say.doneCalling,
						proxy: say.proxy,
					})}
				>
					<input type="hidden" name="id" value={form.id} />
					<input type="hidden" name="session" value={session} />
					<input
						type="hidden"
						name="before"
						value={roster.flatMap((member) => (member.came ? member.id : [])).join(" ")}
					/>
					<Narrowing facts={facts} view={view} />
					<Names roster={roster} ticked={ticked} view={view} />
					<Ways facts={facts} view={view} />
					<div class="till">
						<span class="sum">
							{say.ticked}{" "}
							<output>
								<span class="ticks" /> {say.persons}
							</output>{" "}
							<small>{say.of(roster.length)}</small>
						</span>
						<div>
							<p role="status" class="unsent" hidden />
							<button type="button" class="plain" data-undo hidden>
								{say.undo}
							</button>
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

const Narrowing = ({ facts, view }: Page<AttendanceFacts>) => {
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
			{facts.groups.length > 0 && (
				<p hidden>
					<select aria-label={say.group} data-group="#roster">
						<option value="">{say.everybody}</option>
						{facts.groups.map((group) => (
							<option value={group.id}>{group.name}</option>
						))}
					</select>
				</p>
			)}
			<label class="choice">
				<input type="checkbox" name="proxy" value="yes" />
				{say.proxyMode}
			</label>
		</>
	);
};

type NamesProps = Pick<AttendanceFacts, "roster" | "ticked"> & { view: View };

const Names = ({ roster, ticked, view }: NamesProps) => (
	<ul class="roster" id="roster">
		{roster.map((member) => (
			<li data-find={member.initials} data-of={member.group}>
				<label>
					<input
						type="checkbox"
						name="came"
						value={member.id}
						checked={ticked ? ticked.includes(member.id) : member.came}
					/>
					{member.name}
					{member.proxy && <small>{words[view.language].proxy}</small>}
				</label>
			</li>
		))}
	</ul>
);

/** By how much names and head-count differ, and the other ways to the same roll. */
const Ways = ({ facts, view }: Page<AttendanceFacts>) => {
	const say = words[view.language];
	const [organisation, id] = [view.place?.id ?? "", facts.activity.id];
	const session = facts.session === 1 ? null : facts.session;
	const names = facts.roster.filter(({ came }) => came).length + facts.walkIns;
	return (
		<>
			{facts.heads !== null && <p class="note">{say.headsDiffer(facts.heads, names)}</p>}
			<p class="links">
				{say.otherWays}：<a href={withQuery(paths.checkIn(organisation, id), { session })}>{say.byCode}</a>{" "}
				<a href={withQuery(paths.sheetNumbers(organisation, id), { session })}>{say.bySheet}</a>{" "}
				<a href={withQuery(paths.walkIns(organisation, id), { session })}>{say.walkIn}</a>
			</p>
		</>
	);
};
