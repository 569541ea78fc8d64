import type { View } from "../layout/view";
import { paths, withQuery } from "../paths";
import { Forest } from "./below";
import type { WaveFacts } from "./facts";
import { words } from "./words";

/** The units of a wave that asked many: each with its interval, and the whole, which takes in those withheld as well. */
export const Tree = ({ wave, view }: { wave: WaveFacts; view: View }) => {
	const { figures } = wave;
	if (figures.below.length === 0) return null;
	const { score } = figures;
	const withheld = figures.below.filter((child) => child.answers === null).length;
	const units = figures.below
		.map(({ id, name, handedOut, score: own }) => ({
			...{ id, name, share: own ?? ("withheld" as const), slips: handedOut },
		}))
		.sort((one, other) => rankOf(other.share) - rankOf(one.share));
	const facts = {
		...{ target: wave.target, units, more: false },
		total: {
			score: score && { ...score, verdict: score.verdict.kind },
			naive: figures.naive,
			answered: figures.answers ?? 0,
			slips: figures.response?.slips ? figures.response.of : 0,
			...{ counted: units.length - withheld, withheld, silent: 0 },
		},
	};
	return (
		<>
			<Forest
				facts={facts}
				view={view}
				to={(unit) => (unit.endsWith("/") ? "#" : paths.wave(unit, wave.id))}
				left={words[view.language].tree.left(withheld)}
				file={withQuery(paths.wave(view.place?.id ?? "", wave.id), { list: "below" })}
			/>
			<p class="links">
				<a href={paths.waveMap(view.place?.id ?? "", wave.id)}>{words[view.language].tree.map}</a>
			</p>
		</>
	);
};

const rankOf = (share: "withheld" | { share: number }) => (share === "withheld" ? -1 : share.share);
