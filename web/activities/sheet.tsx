import { Desk, Paper } from "../layout/paper";
import type { Page } from "../layout/view";
import { formatDay } from "../parts/format";
import { paths } from "../paths";
import type { AttendanceFacts } from "./facts";
import { words } from "./words";

/** Lines left empty for whoever comes without being on the list. */
const spare = 12;

/** A numbered sheet to be signed at the door, two names a line, with empty lines for walk-ins. */
export const SignInSheetPage = ({ facts: { activity, roster }, view }: Page<AttendanceFacts>) => {
	const say = words[view.language];
	const names = [
		...roster.map((member) => member.name),
		...Array.from({ length: spare + (roster.length % 2) }, () => ""),
	];
	const half = Math.ceil(names.length / 2);
	return (
		<Desk view={view} title={say.sheetTitle} back={paths.activity(view.place?.id ?? "", activity.id)}>
			<Paper view={view} head={view.place?.name ?? ""} title={`${activity.title} ${say.sheetTitle}`}>
				<p class="lead">
					{[formatDay(activity.day, view.language), activity.place].filter(Boolean).join("　")}
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
						{names.slice(0, half).map((name, index) => (
							<tr>
								<td>{index + 1}</td>
								<td>{name}</td>
								<td />
								<td>{half + index + 1}</td>
								<td>{names[half + index]}</td>
								<td />
							</tr>
						))}
					</tbody>
				</table>
			</Paper>
		</Desk>
	);
};
