import type * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { closingFormFacts } from "./facts";
import { words } from "./words";

/** The form that closes a wave and seals its figures. */
export const ClosingPage = ({
	facts: { wave, form, setback, progress },
	view,
}: Page<v.InferOutput<typeof closingFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const back = (wave.asksHere ? paths.wave : paths.waveUnits)(organisation, wave.id);
	const field = fieldOf(form, view.language);
	return (
		<Shell view={view} title={say.closing.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.closing.title}
					sub={[view.place?.name, <span class="unbroken">{say.days(wave)}</span>]}
					back={{ href: back, label: say.backToWave }}
				/>
				{setback && (
					<div class="errors" role="alert">
						<p>{say.closing[setback]}</p>
					</div>
				)}
				{progress && (
					<GoOn href={paths.waveClosingParts(organisation, wave.id)} progress={progress} view={view} />
				)}
				{!progress && setback !== "closed" && (
					<Form
						language={view.language}
						action={paths.waveClosing(organisation, wave.id)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.closing.submit}
						confirm={say.closing.confirm}
						cancel={{ href: back, label: say.cancel }}
					>
						{wave.state === "open" && <p>{say.closing.early(wave.lastDay)}</p>}
						<p>{say.closing.what}</p>
						{wave.asksHere ? (
							<Field
								{...field("handed_out")}
								label={say.closing.handedOut}
								hint={say.closing.handedOutHint}
								inputmode="numeric"
							/>
						) : (
							<>
								<p>{say.closing.everywhere}</p>
								<input type="hidden" name="handed_out" value="0" />
							</>
						)}
					</Form>
				)}
			</div>
		</Shell>
	);
};

type Progress = { done: number; parts: number };

/** A closing that goes on in parts: how far it is, and the button that does the next one; with scripts they follow by themselves. */
const GoOn = ({
	href,
	progress: { done, parts },
	view,
}: {
	href: string;
	progress: Progress;
	view: View;
}) => {
	const say = words[view.language].closing;
	return (
		<form class="form sealing" method="post" action={href} data-once data-goes-on>
			<input type="hidden" name="part" value={done} />
			<p>{say.goingOn}</p>
			<label>
				<span role="status">{say.done(done, parts)}</span>
				<progress max={parts} value={done} />
			</label>
			<p>{say.leave}</p>
			<div class="actions">
				<button type="submit" class="stamp">
					{say.goOn}
				</button>
			</div>
		</form>
	);
};
