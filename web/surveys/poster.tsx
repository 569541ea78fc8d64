import type * as v from "valibot";
import { Desk } from "../layout/paper";
import type { Page } from "../layout/view";
import { chineseCount } from "../parts/format";
import { Qr } from "../parts/qr";
import { paths } from "../paths";
import type { posterFacts } from "./facts";
import { words } from "./words";

/** A poster for the village board: one question, one code to scan, the address as text beside. */
export const PosterPage = ({
	facts: { wave, address, about },
	view,
}: Page<v.InferOutput<typeof posterFacts>>) => {
	const say = words[view.language].posterWords;
	return (
		<Desk
			view={view}
			title={wave.asked.title[view.language]}
			back={paths.wave(view.place?.id ?? "", wave.id)}
		>
			<article class="paper poster">
				<p class="red-head">{view.place?.name}</p>
				<h1>{wave.asked.title[view.language]}</h1>
				{about && <p class="lead">{about}</p>}
				<p class="lead">{say.lead(numberOf(wave.asked.questions.length, view.language))}</p>
				<Qr text={address} label={say.scan} />
				<p class="lead">{wave.codeRequired ? say.withSlip : say.free}</p>
				<p>{say.foot(wave.lastDay)}</p>
				<p class="address">{address}</p>
			</article>
		</Desk>
	);
};

/** A count as the language's prose writes it. */
export const numberOf = (count: number, language: "zh" | "en") =>
	language === "zh" ? chineseCount(count) : String(count);
