import { words as activityWords } from "../activities/words";
import type { Page, View } from "../layout/view";
import { formatDay, formatFen } from "../parts/format";
import { Heading } from "../parts/heading";
import type { KeptItemFacts, PlanFacts } from "./facts";
import { words } from "./words";

/** What was changed of a plan after it was approved: on which day, why, from what to what. */
export const Amendments = ({ facts: { amendments, keyDays }, view }: Page<PlanFacts>) => {
	const say = words[view.language];
	if (amendments.length === 0) return null;
	return (
		<section>
			<Heading>{say.amendments}</Heading>
			<ul class="rows">
				{amendments.map(({ act, day, reason, by, before, after, fields }) => (
					<li>
						<time>{formatDay(day, view.language, "dotted")}</time>
						<span>
							{say.amends[act]} <b>{(after ?? before)?.title}</b>{" "}
							{before && after && (
								<span class="lines">
									{fields
										.map((field) =>
											say.fromTo(
												say.fields[field] ?? field,
												told(before, field, keyDays, view),
												told(after, field, keyDays, view),
											),
										)
										.join("\n")}
								</span>
							)}
							<small class="said">
								{reason} {by}
							</small>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
};

function told(item: KeptItemFacts, field: string, keyDays: PlanFacts["keyDays"], view: View): string {
	const value = item[field as keyof KeptItemFacts];
	if (value === null) return words[view.language].none;
	switch (field) {
		case "kind":
			return activityWords[view.language].kinds[item.kind];
		case "budget":
			return formatFen(Number(value), view.language);
		case "firstDay":
		case "lastDay":
			return formatDay(String(value), view.language, "short");
		case "keyDay":
			return keyDays.find(({ id }) => id === value)?.name[view.language] ?? String(value);
		default:
			return String(value);
	}
}
