import * as v from "valibot";
import { Desk, Paper } from "../layout/paper";
import type { Page } from "../layout/view";
import { paths } from "../paths";
import { words } from "./words";

export const reminderFacts = v.object({
	id: v.string(),
	title: v.string(),
	answerBy: v.nullable(v.string()),
	waiting: v.array(v.object({ id: v.string(), name: v.string(), above: v.nullable(v.string()) })),
});

/** Who hasn't answered a circular: a list to print, and a text to paste into a group chat. */
export const ReminderPage = ({
	facts: { id, title, answerBy, waiting },
	view,
}: Page<v.InferOutput<typeof reminderFacts>>) => {
	const say = words[view.language];
	const text = say.pasteText(
		title,
		answerBy,
		waiting.map(({ name }) => name),
	);
	return (
		<Desk
			view={view}
			title={say.reminderTitle}
			back={paths.circular(view.place?.id ?? "", id)}
			aside={
				waiting.length > 0 && (
					<button type="button" data-copy={text} data-copied={say.copied} hidden>
						{say.copy}
					</button>
				)
			}
		>
			<Paper view={view} title={say.reminderTitle}>
				<p>{say.reminderSub(title, answerBy)}</p>
				{waiting.length === 0 ? (
					<p>{say.reminderNone}</p>
				) : (
					<>
						<table>
							<thead>
								<tr>
									<th scope="col">{say.number}</th>
									<th scope="col">{say.recipient}</th>
									<th scope="col">{say.above}</th>
									<th scope="col">{say.note}</th>
								</tr>
							</thead>
							<tbody>
								{waiting.map((one, place) => (
									<tr>
										<td>{place + 1}</td>
										<td>{one.name}</td>
										<td>{one.above}</td>
										<td />
									</tr>
								))}
							</tbody>
						</table>
						<h2>{say.paste}</h2>
						<p>{text}</p>
					</>
				)}
			</Paper>
		</Desk>
	);
};
