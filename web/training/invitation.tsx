import { Desk, Paper } from "../layout/paper";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { formatDay } from "../parts/format";
import { paths, withQuery } from "../paths";
import type { TrainingPeopleFacts } from "./facts";
import { words } from "./words";

/** An invitation list of those not reached yet: to be hung up and ticked, and a text to be pasted into a group chat. */
export const InvitationPage = ({ facts, view }: Page<TrainingPeopleFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const day = facts.day === view.today ? null : facts.day;
	const topic = facts.topic[view.language];
	const text = say.invitationText(
		topic,
		facts.people.map(({ name }) => name),
	);
	const back = withQuery(paths.trainingPeople(organisation), { topic: facts.topic.id, day });
	if (facts.people.length === 0)
		return (
			<Desk view={view} title={say.invitationTitle} back={back}>
				<section class="off-paper">
					<Empty {...say.everybodyReached} />
				</section>
			</Desk>
		);
	return (
		<Desk
			view={view}
			title={say.invitationTitle}
			back={back}
			aside={
				<button type="button" data-copy={text} data-copied={say.copied} hidden>
					{say.copy}
				</button>
			}
		>
			<Paper
				view={view}
				head={view.place?.name ?? ""}
				title={say.invitationOf(topic)}
				signed={{ name: view.place?.name ?? "", day: view.today }}
			>
				<p>{say.invitationLead(formatDay(facts.day, view.language), facts.people.length)}</p>
				<table class="invitation">
					<thead>
						<tr>
							<th scope="col">{say.number}</th>
							<th scope="col">{say.name}</th>
							<th scope="col">{say.telephone}</th>
							<th scope="col">{say.told}</th>
						</tr>
					</thead>
					<tbody>
						{facts.people.map(({ name, telephone }, place) => (
							<tr>
								<td>{place + 1}</td>
								<td>{name}</td>
								<td>{telephone}</td>
								<td />
							</tr>
						))}
					</tbody>
				</table>
			</Paper>
			<section class="off-paper">
				<h2>{say.textToPaste}</h2>
				<p class="lines">{text}</p>
			</section>
		</Desk>
	);
};
