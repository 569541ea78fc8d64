import { scaleLinear } from "d3-scale";
import type { Child } from "hono/jsx";
import type { Language } from "../../worker/values/language";
import { formatNumber, formatShare } from "./format";
import { Mark } from "./mark";
import { percent } from "./plot";

export type Bar = { label: Child; share: number; count: number; counts: boolean };

type BarsProps = {
	caption: string;
	language: Language;
	bars: readonly Bar[];
	/** What the solid bars come to, under the ink line. */
	sum?: { label: Child; share: number; count: number };
	heads: { label: string; share: string; count: string };
};

/** How a question was answered: solid bars count towards the figure, hollow ones don't. The table is the plot. */
export const Bars = ({ caption, language, bars, sum, heads }: BarsProps) => {
	const length = scaleLinear([0, Math.max(0.01, ...bars.map((bar) => bar.share))], [0, 100]);
	return (
		<table class="bars">
			<caption class="hidden">{caption}</caption>
			<thead class="hidden">
				<tr>
					<th scope="col">{heads.label}</th>
					<td />
					<th scope="col">{heads.share}</th>
					<th scope="col">{heads.count}</th>
				</tr>
			</thead>
			<tbody>
				{bars.map((bar) => (
					<tr>
						<th scope="row">{bar.label}</th>
						<td>
							<svg class="plot" height="14" aria-hidden="true">
								{bar.count > 0 && (
									<rect
										class={bar.counts ? "full" : "empty"}
										x="1"
										y="1"
										width={percent(Math.max(1, length(bar.share) * 0.98))}
										height="12"
									/>
								)}
							</svg>
						</td>
						<td>{formatShare(bar.share, language)}</td>
						<td>{formatNumber(bar.count, language)}</td>
					</tr>
				))}
			</tbody>
			{sum && (
				<tfoot>
					<tr>
						<th scope="row" colspan={2}>
							<Mark shape="solid" /> {sum.label}
						</th>
						<td>{formatShare(sum.share, language)}</td>
						<td>{formatNumber(sum.count, language)}</td>
					</tr>
				</tfoot>
			)}
		</table>
	);
};
