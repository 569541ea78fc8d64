import type * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Pager } from "../parts/pager";
import { paths, withQuery } from "../paths";
import type { remarksFacts } from "./facts";
import { words } from "./words";

/** What people wrote, apart from everything else they answered. */
export const RemarksPage = ({ facts, view }: Page<v.InferOutput<typeof remarksFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { wave, count, texts, page, pages } = facts;
	const withheld = wave.state === "closed" ? say.remarksWords.withheld : say.remarksWords.none;
	return (
		<Shell view={view} title={say.remarks} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.remarks}
					sub={[view.place?.name, <span class="unbroken">{say.days(wave)}</span>]}
					back={{ href: paths.wave(organisation, wave.id), label: say.backToWave }}
				/>
				<p class="prose">{count === null ? withheld : say.remarksWords.note}</p>
				{count !== null && (
					<>
						<ul class="remarks">
							{texts.map((text) => (
								<li>{text}</li>
							))}
						</ul>
						<Pager
							shown={say.remarksWords.page(page, pages)}
							next={
								page < pages ? withQuery(paths.waveRemarks(organisation, wave.id), { page: page + 1 }) : null
							}
							nextLabel={say.remarksWords.next}
						/>
					</>
				)}
			</div>
		</Shell>
	);
};
