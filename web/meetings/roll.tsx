import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { ErrorSummary } from "../parts/form";
import { formatDay } from "../parts/format";
import { problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { MeetingFacts } from "./facts";
import { words } from "./words";

/** The roll of those with a vote: who came, and, where the rules allow it, whom somebody signed for. */
export const MeetingRollPage = ({ facts, view }: Page<MeetingFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { roll, form, rule, figures } = facts;
	const ids = (part: string) => roll.flatMap((one) => (one.part === part ? [one.id] : [])).join(" ");
	return (
		<Shell view={view} title={say.rollTitle} here="activities">
			<Masthead
				title={say.rollTitle}
				sub={[formatDay(facts.day, view.language, "short"), say.votersNeeded(figures.voters, figures.needed)]}
				back={{ href: paths.meeting(organisation, facts.id), label: facts.title }}
				letterhead
			/>
			<Conflict form={form} language={view.language} />
			<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
			{roll.length === 0 ? (
				<Empty {...say.emptyRoll[facts.kind]} />
			) : (
				<form class="roll" method="post" action={paths.meetingRoll(organisation, facts.id)} data-once>
					<input type="hidden" name="id" value={form.id} />
					<input type="hidden" name="before" value={ids("came")} />
					<input type="hidden" name="before_proxy" value={ids("proxy")} />
					<p class="note">{rule.proxies ? say.rollHintProxies : say.rollHint}</p>
					<ul class={rule.proxies ? "roster wide" : "roster"}>
						{roll.map(({ id, name, part }) => (
							<li>
								<label>
									<input type="checkbox" name="came" value={id} checked={part === "came"} />
									{name}
								</label>
								{(rule.proxies || part === "proxy") && (
									<label>
										<input type="checkbox" name="proxy" value={id} checked={part === "proxy"} />
										<span class="hidden">{name}</span> {say.parts.proxy}
									</label>
								)}
							</li>
						))}
					</ul>
					<div class="till">
						<span class="sum">
							{say.ticked}{" "}
							<output>
								<span class="ticks" /> {say.unit}
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
