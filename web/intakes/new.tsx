import * as v from "valibot";
import { intakeKinds } from "../../worker/tables/intakes";
import { furtherKinds } from "../../worker/tables/people";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { paths } from "../paths";
import { rooms } from "./show";
import { words } from "./words";

export const intakeNewFacts = v.object({
	what: v.picklist(intakeKinds),
	/** Organisations below that a register may name. */
	below: v.array(v.object({ id: v.string(), name: v.string() })),
	further: v.array(
		v.object({
			id: v.string(),
			kind: v.picklist(furtherKinds),
			zh: v.string(),
			en: v.string(),
			choices: v.array(v.string()),
		}),
	),
	/** Kinds of organisation, with what they may stand under; for a list of organisations. */
	kinds: v.array(v.object({ id: v.string(), zh: v.string(), en: v.string(), under: v.array(v.string()) })),
	/** All that stands below, for a list of organisations to be compared with. */
	standing: v.array(
		v.object({ id: v.string(), parent: v.nullable(v.string()), name: v.string(), kind: v.string() }),
	),
	/** Rows that intakes have written today, of all that the account allows. */
	written: v.number(),
});

/** Choosing a file. What comes then happens in the browser, by a script that is fetched when a file is chosen. */
export const IntakeNewPage = ({ facts, view }: Page<v.InferOutput<typeof intakeNewFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { title, promises } = say.of[facts.what];
	const back = {
		members: { href: paths.members(organisation), label: say.back },
		organisations: { href: paths.association(organisation), label: view.place?.name ?? "" },
		money: { href: paths.funds(organisation), label: say.backToFunds },
	}[facts.what];
	return (
		<Shell view={view} title={title} here={rooms[facts.what]}>
			<Masthead title={title} sub={[view.place?.name, say.sub]} back={back} />
			<noscript>
				<p class="intake-next">{say.script}</p>
			</noscript>
			<div
				class="stack intake"
				data-intake={JSON.stringify({ ...facts, standing: [] })}
				data-place={JSON.stringify({
					id: organisation,
					name: view.place?.name,
					kind: view.place?.kind,
					today: view.today,
				})}
			>
				<div class="field intake-file" hidden>
					<label for="file">{say.begin}</label>
					<input
						id="file"
						type="file"
						accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
						aria-describedby="file-hint"
					/>
					<p class="hint" id="file-hint">
						{say.kinds}
					</p>
				</div>
				<section data-steps aria-live="polite">
					<ul class="promises">
						{promises.map((promise) => (
							<li>{promise}</li>
						))}
					</ul>
				</section>
			</div>
			<p class="links">
				<a href={paths.intakes(organisation)}>{say.earlier}</a>
			</p>
		</Shell>
	);
};
