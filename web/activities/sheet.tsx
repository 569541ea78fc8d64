import { Desk, Paper } from "../layout/paper";
import type { Page } from "../layout/view";
import { formatDay } from "../parts/format";
import { paths } from "../paths";
import type { SheetFacts } from "./facts";
import { words as turns } from "./holding/words";
import { words } from "./words";

/** Lines left empty for whoever comes without being on the list. */
const spare = 12;

/** A numbered sheet to be signed at the door, two names a line, with empty lines for walk-ins. */
export const SignInSheetPage = ({ facts, view }: Page<SheetFacts>) => {
	const say = words[view.language];
	const { activity, lines, unnumbered } = facts;
	const organisation = view.place?.id ?? "";
	const session = facts.sessions.find(({ number }) => number === facts.session);
	const all = [
		...lines,
		...Array.from({ length: spare + (lines.length % 2) }, () => ({ number: null, name: "" })),
	];
	const half = Math.ceil(all.length / 2);
	const records = view.place?.may.includes("record activities");
	return (
		<Desk
			view={view}
			title={say.sheetTitle}
			back={paths.activity(organisation, activity.id)}
			aside={
				unnumbered > 0 &&
				records && (
					<form method="post" action={paths.signInSheet(organisation, activity.id)} data-once>
						<input type="hidden" name="id" value={facts.numbers} />
						<button type="submit" class="stamp">
							{say.fixNumbers(unnumbered)}
						</button>{" "}
						<small>{say.printHint}</small>
					</form>
				)
			}
		>
			<Paper view={view} head={view.place?.name ?? ""} title={`${activity.title} ${say.sheetTitle}`}>
				<p class="lead">
					{[
						session
							? turns[view.language].session(session.day, session.half)
							: formatDay(activity.day, view.language),
						activity.place,
					]
						.filter(Boolean)
						.join("　")}
				</p>
				<table class="by-hand">
					<thead>
						<tr>
							{[0, 1].map(() => (
								<>
									<th scope="col">{say.number}</th>
									<th scope="col">{say.person}</th>
									<th scope="col">{say.signature}</th>
								</>
							))}
						</tr>
					</thead>
					<tbody>
						{all.slice(0, half).map((line, index) => (
							<tr>
								<td>{line.number}</td>
								<td>{line.name}</td>
								<td />
								<td>{all[half + index]?.number}</td>
								<td>{all[half + index]?.name}</td>
								<td />
							</tr>
						))}
					</tbody>
				</table>
			</Paper>
		</Desk>
	);
};
