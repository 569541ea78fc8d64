/**
 * Plots as SVG made on the server: x in percent and y in pixels, without a viewBox, so that text keeps its size on every
 * screen. They are decoration for the eye; the same numbers stand in words or in a table beside them.
 */
import { scaleLinear } from "d3-scale";
import { arc, symbol, symbolCircle, symbolDiamond } from "d3-shape";
import type { Interval, Verdict } from "../../worker/surveys/score/rules";
import type { Language, Words } from "../../worker/values/language";
import { formatNumber } from "./format";

export type VerdictKind = Verdict["kind"];

/** Part of the way from 0 to 1 that a plot shows, in whole tens of a percent. */
export type Span = readonly [number, number];

/** The tens of a percent around everything that a plot must show, the target among them. */
export function spanAround(shares: readonly number[], target: number): Span {
	const all = [...shares, target];
	const low = Math.floor((Math.min(...all) - 0.02) * 10) / 10;
	const high = Math.ceil(Math.max(...all) * 10) / 10;
	return [Math.max(0, low), Math.min(1, Math.max(high, low + 0.1))];
}

/** Where a share stands in a span, as a percentage of the plot's width. */
export const placeIn = (span: Span) => scaleLinear(span, [0, 100]).clamp(true);

/** A length along x. */
export const percent = (place: number) => `${Math.round(place * 100) / 100}%`;

type PointProps = { x: number; y: number; verdict: VerdictKind; size?: number; total?: boolean };

/** A point whose shape is its verdict: solid, half, hollow. The weighted total is a diamond. */
export const Point = ({ x, y, verdict, size = 5, total }: PointProps) => {
	const outline = symbol(
		total ? symbolDiamond : symbolCircle,
		total ? size * size * 3.4 : Math.PI * size * size,
	)();
	const half = arc()({ innerRadius: 0, outerRadius: size, startAngle: 0, endAngle: Math.PI });
	return (
		<svg x={percent(x)} y={y} overflow="visible" aria-hidden="true">
			<path class={verdict === "met" ? "full" : "empty"} d={outline ?? ""} />
			{verdict === "open" && <path class="full" d={half ?? ""} />}
		</svg>
	);
};

type ReachProps = { interval: Interval; span: Span; y: number; caps?: boolean };

/** The interval as a line, with or without caps. */
export const Reach = ({ interval, span, y, caps }: ReachProps) => {
	const place = placeIn(span);
	const [from, to] = [percent(place(interval.lower)), percent(place(interval.upper))];
	return (
		<>
			<line class="reach" x1={from} x2={to} y1={y} y2={y} />
			{caps && <line class="reach" x1={from} x2={from} y1={y - 6} y2={y + 6} />}
			{caps && <line class="reach" x1={to} x2={to} y1={y - 6} y2={y + 6} />}
		</>
	);
};

/** A baseline with a graduation each percent (fewer on a long span) and a number each ten, below it or above. */
export const Graduations = ({ span, y, above }: { span: Span; y: number; above?: boolean }) => {
	const way = above ? -1 : 1;
	const place = placeIn(span);
	const [from, to] = [Math.round(span[0] * 100), Math.round(span[1] * 100)];
	const step = to - from > 40 ? 5 : to - from > 20 ? 2 : 1;
	const every = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
	const tens = to - from > 60 ? 20 : 10;
	return (
		<>
			<line class="base" x1="0" x2="100%" y1={y} y2={y} />
			{every.map((whole) => {
				const x = percent(place(whole / 100));
				return <line class="base" x1={x} x2={x} y1={y} y2={y + way * (whole % 10 === 0 ? 8 : 4)} />;
			})}
			{every
				.filter((whole) => whole % tens === 0)
				.map((whole) => (
					<text
						class={whole === from || whole === to ? undefined : "inner"}
						x={percent(place(whole / 100))}
						y={above ? y - 12 : y + 22}
						text-anchor={anchorAt(place(whole / 100))}
					>
						{whole}
					</text>
				))}
		</>
	);
};

/** Which end of a text stands at its place, so that it never leaves the plot. */
export function anchorAt(place: number): "start" | "middle" | "end" {
	if (place < 6) return "start";
	return place > 94 ? "end" : "middle";
}

const words = {
	zh: { target: (share: string) => `目标 ${share}\u00a0%` },
	en: { target: (share: string) => `target ${share}\u00a0%` },
} satisfies Words<object>;

type RulerProps = { interval: Interval; verdict: VerdictKind; target: number; language: Language };

/** One share with its interval against the target, above a ruler. */
export const IntervalRuler = ({ interval, verdict, target, language }: RulerProps) => {
	const span = spanAround([interval.lower, interval.upper], target);
	const place = placeIn(span);
	const goal = place(target);
	const [lower, upper] = [place(interval.lower), place(interval.upper)];
	// A bound beside the edge has no room for its number outside the interval: it then stands above its cap.
	const [lowIn, highIn] = [lower < 12, upper > 88];
	const bound = (share: number) => formatNumber(share * 100, language, 1);
	return (
		<svg class={`plot ${verdict}`} height="92" aria-hidden="true">
			<text class="target" x={percent(goal)} y="12" text-anchor={anchorAt(goal)}>
				{words[language].target(formatNumber(target * 100, language))}
			</text>
			<line class="goal" x1={percent(goal)} x2={percent(goal)} y1="18" y2="66" />
			<Reach interval={interval} span={span} y={44} caps />
			<text
				class="bound"
				x={percent(lower)}
				dx={lowIn ? 0 : -8}
				y={lowIn ? 34 : 48}
				text-anchor={lowIn ? "start" : "end"}
			>
				{bound(interval.lower)}
			</text>
			<text
				class="bound"
				x={percent(upper)}
				dx={highIn ? 0 : 8}
				y={highIn ? 34 : 48}
				text-anchor={highIn ? "end" : "start"}
			>
				{bound(interval.upper)}
			</text>
			<Point x={place(interval.share)} y={44} verdict={verdict} size={8} />
			<Graduations span={span} y={66} />
		</svg>
	);
};

type CellProps = { interval: Interval; verdict: VerdictKind; target: number; span: Span; total?: boolean };

/** The same on one row of a table; all rows share a span. */
export const IntervalCell = ({ interval, verdict, target, span, total }: CellProps) => (
	<svg class={`plot cell ${verdict}`} height="24" aria-hidden="true">
		<Goal target={target} span={span} />
		<Reach interval={interval} span={span} y={12} />
		<Point x={placeIn(span)(interval.share)} y={12} verdict={verdict} total={total} />
	</svg>
);

/** A row that has nothing to show: only the target's line runs through it. */
export const EmptyCell = ({ target, span }: { target: number; span: Span }) => (
	<svg class="plot cell" height="24" aria-hidden="true">
		<Goal target={target} span={span} />
	</svg>
);

/** The target's line, long enough to meet its neighbours in rows of two lines of text. */
const Goal = ({ target, span }: { target: number; span: Span }) => {
	const x = percent(placeIn(span)(target));
	return <line class="goal" x1={x} x2={x} y1="-20" y2="44" />;
};

/** The ruler at the head of a column of such rows. */
export const CellHead = ({ span }: { span: Span }) => (
	<svg class="plot cell head" height="24" aria-hidden="true">
		<Graduations span={span} y={24} above />
	</svg>
);
