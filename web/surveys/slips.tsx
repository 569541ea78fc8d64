import type * as v from "valibot";
import { sheetsAPage, slipsASheet } from "../../worker/surveys/link/print";
import { Desk } from "../layout/paper";
import type { Page } from "../layout/view";
import { Field } from "../parts/field";
import { fieldOf } from "../parts/mistakes";
import { Qr } from "../parts/qr";
import { paths, withQuery } from "../paths";
import type { slipsFacts } from "./facts";
import { numberOf } from "./poster";
import { words } from "./words";

type Facts = v.InferOutput<typeof slipsFacts>;

/** Slips to be cut and handed out: 24 on a sheet of A4, in shuffled order, the same at each printing. */
export const SlipsPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { wave, codes, firstSheet, sheets } = facts;
	const unit = wave.unit === organisation ? null : wave.unit;
	const here = withQuery(paths.waveSlips(organisation, wave.id), { unit });
	const sheetAt = (sheet: number) => withQuery(paths.waveSlips(organisation, wave.id), { unit, sheet });
	const onThisPage = Math.ceil(codes.length / slipsASheet);
	return (
		<Desk
			view={view}
			title={say.slip.title}
			back={unit ? paths.waveUnits(organisation, wave.id) : paths.wave(organisation, wave.id)}
		>
			<div class="no-print before-sheets">
				<h1>{say.slips}</h1>
				<p class="prose">{codes.length === 0 ? say.slip.none : say.slip.how}</p>
				<p class="links">
					{firstSheet > 1 && <a href={sheetAt(Math.max(1, firstSheet - sheetsAPage))}>{say.slip.earlier}</a>}
					{firstSheet + onThisPage <= sheets && (
						<a href={sheetAt(firstSheet + onThisPage)}>{say.slip.later}</a>
					)}
				</p>
				{wave.state === "closed" ? (
					<p class="prose">{say.slip.closed}</p>
				) : (
					<form class="more" method="post" action={here}>
						<Field
							{...fieldOf(facts.form, view.language)("slips")}
							label={say.slip.more}
							inputmode="numeric"
						/>
						<button type="submit">{say.slip.add}</button>
					</form>
				)}
			</div>
			{Array.from({ length: onThisPage }, (_, index) => (
				<Sheet
					facts={facts}
					view={view}
					sheet={firstSheet + index}
					codes={codes.slice(index * slipsASheet, (index + 1) * slipsASheet)}
				/>
			))}
		</Desk>
	);
};

const Sheet = ({
	facts: { wave, address, sheets },
	view,
	sheet,
	codes,
}: Page<Facts> & { sheet: number; codes: string[] }) => {
	const say = words[view.language].slip;
	const questions = numberOf(wave.asked.questions.length, view.language);
	return (
		<article class="slip-sheet">
			<h2 class="no-print">{say.sheet(sheet, sheets)}</h2>
			<ol>
				{codes.map((code) => (
					<li>
						<Qr text={`${address}#${code.replace(" ", "")}`} label={say.title} />
						<div>
							<h3>{say.title}</h3>
							<p>{say.lead(questions)}</p>
							<p class="code">{code}</p>
							<p>{say.foot(wave.lastDay)}</p>
						</div>
					</li>
				))}
			</ol>
			<p class="address">{address}</p>
		</article>
	);
};
