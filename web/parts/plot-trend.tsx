import { scaleLinear, scalePoint } from "d3-scale";
import type { Interval } from "../../worker/surveys/score/rules";
import type { Language } from "../../worker/values/language";
import { formatNumber } from "./format";
import { Point, percent, spanAround, type VerdictKind } from "./plot";

/** One wave in a trend; a withheld one keeps its place on the axis and shows nothing. Where nothing is judged, a point has no verdict. */
export type TrendPoint = {
	label: string;
	figure: { interval: Interval; verdict: VerdictKind | null } | null;
};

type TrendProps = { points: readonly TrendPoint[]; target: number | null; language: Language };

const [top, bottom] = [12, 172];

/** Shares over waves with their intervals, against the target; a table of the same numbers stands beside. */
export const Trend = ({ points, target, language }: TrendProps) => {
	const shown = points.flatMap(({ figure }, index) => (figure ? [{ ...figure, index }] : []));
	if (shown.length === 0) return null;
	const span = spanAround(
		shown.flatMap(({ interval }) => [interval.lower, interval.upper]),
		target ?? shown[0]?.interval.share ?? 0,
	);
	const high = scaleLinear(span, [bottom, top]);
	const along = scalePoint(
		points.map((_, index) => index),
		[8, 96],
	).padding(0.5);
	const x = (index: number) => along(index) ?? 50;
	const goal = target === null ? null : high(target);
	return (
		<svg class="plot trend" height="204" aria-hidden="true">
			<line class="base" x1="0" x2="0" y1={top} y2={bottom} />
			{high.ticks(Math.round((span[1] - span[0]) * 10)).map((share) => (
				<>
					<line class="base" x1="0" x2="8" y1={high(share)} y2={high(share)} />
					<text x="12" y={high(share) + 4}>
						{formatNumber(share * 100, language)}
					</text>
				</>
			))}
			{goal !== null && <line class="goal" x1="36" x2="100%" y1={goal} y2={goal} />}
			{shown.slice(1).map((figure, at) => {
				const before = shown[at];
				return (
					before && (
						<line
							class="path"
							x1={percent(x(before.index))}
							y1={high(before.interval.share)}
							x2={percent(x(figure.index))}
							y2={high(figure.interval.share)}
						/>
					)
				);
			})}
			{shown.map(({ interval, verdict, index }) => (
				<g class={verdict ?? undefined}>
					<line
						class="reach"
						x1={percent(x(index))}
						x2={percent(x(index))}
						y1={high(interval.upper)}
						y2={high(interval.lower)}
					/>
					<Point x={x(index)} y={high(interval.share)} verdict={verdict ?? "met"} size={6} />
				</g>
			))}
			{points.map(({ label }, index) =>
				isLabelled(points, index) ? (
					<text x={percent(x(index))} y={bottom + 24} text-anchor="middle">
						{label}
					</text>
				) : null,
			)}
		</svg>
	);
};

/** A label stands where it changes; of many points only every second has room on a phone, counted from the latest. */
function isLabelled(points: readonly TrendPoint[], index: number): boolean {
	if (points.length > 7 && (points.length - 1 - index) % 2 === 1) return false;
	return points[index - 1]?.label !== points[index]?.label;
}
