import { type Day, daysBetween, yearOf } from "../../worker/values/day";
import type { Language, Words } from "../../worker/values/language";
import { formatDay } from "./format";
import { type Label, measures, placeLabels } from "./ruler-labels";

/** What stands on the year ruler 年尺: activities as ticks, key days above, the wave hatched below. */
export type RulerFacts = {
	year: number;
	today: Day;
	/** Solid is held, hollow is planned. */
	ticks: readonly { day: Day; held: boolean }[];
	/** A key day with nothing near it stands as a hollow tick. */
	keyDays: readonly { day: Day; held: boolean }[];
	waves: readonly { from: Day; to: Day }[];
	/** Of many associations: how many activities a month. Bars stand for them, and key days are left to each. */
	months?: readonly number[];
};

const words = {
	zh: {
		months: "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月".split(" "),
		today: "今天",
		wave: "测评",
		summary: (year: number, held: number, awaited: number) =>
			`${year} 年尺：已办 ${held} 场，待办 ${awaited} 场`,
	},
	en: {
		months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
		today: "Today",
		wave: "Survey",
		summary: (year: number, held: number, awaited: number) =>
			`The year ${year}: ${held} held, ${awaited} to come`,
	},
} satisfies Words<object>;

/** Heights in px from the top: key labels, ticks, baseline, wave, months, today. */
const y = { key: 13, thread: 18, tick: 27, base: 47, wave: 48, month: 74, below: 97 };

/** The year as a ruler: no viewBox, so that text keeps its size while x stretches. */
export const Ruler = ({ facts, language }: { facts: RulerFacts; language: Language }) => {
	const say = words[language];
	const bare = facts.months ? [] : facts.keyDays.filter((key) => !key.held);
	const ticks = [...facts.ticks, ...bare];
	const held = facts.ticks.filter((tick) => tick.held).length;
	return (
		<svg class="ruler" role="img" aria-label={say.summary(facts.year, held, ticks.length - held)}>
			<pattern id="hatch" width="6" height="8" patternUnits="userSpaceOnUse">
				<path d="M-1 9L7-1" fill="none" />
			</pattern>
			<Scale year={facts.year} today={facts.today} language={language} />
			{facts.waves.map((wave) => (
				<Wave from={share(wave.from, facts.year)} to={share(wave.to, facts.year)} />
			))}
			{facts.months && <Many months={facts.months} />}
			{ticks.map((tick) => (
				<Tick at={share(tick.day, facts.year)} held={tick.held} />
			))}
			<Labels facts={facts} language={language} />
		</svg>
	);
};

const Scale = ({ year, today, language }: { year: number; today: Day; language: Language }) => {
	const elapsed = percent(share(today, year));
	return (
		<>
			{weeksOf(year).map((x) => (
				<line class="week" x1={x} x2={x} y1={y.base} y2={y.base + 4} />
			))}
			{monthStarts(year).map((x) => (
				<line x1={x} x2={x} y1={y.base} y2={y.base + 11} />
			))}
			<line x1="0" x2="100%" y1={y.base} y2={y.base} />
			<line class="elapsed" x1="0" x2={elapsed} y1={y.base - 0.5} y2={y.base - 0.5} />
			{words[language].months.map((month, index) => (
				<>
					<text class="wide" x={monthMiddle(index)} y={y.month}>
						{month}
					</text>
					<text class="narrow" x={monthMiddle(index)} y={y.month}>
						{index + 1}
					</text>
				</>
			))}
			{yearOf(today) === year && (
				<line class="today" x1={elapsed} x2={elapsed} y1={y.tick - 8} y2={y.base + 14} />
			)}
		</>
	);
};

const Many = ({ months }: { months: readonly number[] }) => {
	const most = Math.max(...months, 1);
	return (
		<>
			{months.map((count, month) => {
				const height = Math.round((count / most) * 24);
				return (
					<rect
						class="many"
						x={percent((month + 0.3) / 12)}
						y={y.base - 1 - height}
						width="3.3%"
						height={height}
					/>
				);
			})}
		</>
	);
};

const Tick = ({ at, held }: { at: number; held: boolean }) => (
	<rect class={held ? "held" : "awaited"} x={percent(at)} y={y.tick} width="5" height="20" />
);

const Wave = ({ from, to }: { from: number; to: number }) => (
	<>
		<rect
			x={percent(from)}
			y={y.wave}
			width={percent(to - from)}
			height="8"
			fill="url(#hatch)"
			stroke-width="1"
		/>
		<line
			class="thread"
			x1={percent((from + to) / 2)}
			x2={percent((from + to) / 2)}
			y1={y.wave + 9}
			y2={y.below - 12}
		/>
	</>
);

/** Key days above; below, today stands first and the wave gives way. */
const Labels = ({ facts, language }: { facts: RulerFacts; language: Language }) => {
	const above = facts.keyDays.map((key) => ({
		at: share(key.day, facts.year),
		wordings: [formatDay(key.day, language, "ruler")],
	}));
	const isNow = yearOf(facts.today) === facts.year;
	const below = [
		...(isNow ? [todayLabel(facts, language)] : []),
		...facts.waves.map((wave) => waveLabel(wave, facts.year, language)),
	];
	return (
		<>
			{above.map(({ at }) => (
				<line class="thread" x1={percent(at)} x2={percent(at)} y1={y.thread} y2={y.tick} />
			))}
			{(["wide", "narrow"] as const).map((size) => (
				<g class={size}>
					<Line labels={above} size={size} y={y.key} kind={() => "key-day"} />
					<Line
						labels={below}
						size={size}
						y={y.below}
						kind={(index) => (isNow && index === 0 ? "today" : undefined)}
					/>
				</g>
			))}
		</>
	);
};

type LineProps = {
	labels: readonly Label[];
	size: keyof typeof measures;
	y: number;
	kind: (index: number) => string | undefined;
};

const Line = ({ labels, size, y, kind }: LineProps) => {
	// On phones the shorter wordings only: month numbers stand above them.
	const worded =
		size === "wide" ? labels : labels.map(({ at, wordings }) => ({ at, wordings: wordings.slice(-1) }));
	return (
		<>
			{placeLabels(worded, measures[size]).map(
				(placed, index) =>
					placed && (
						<text class={kind(index)} x={percent(placed.at)} dx={placed.shift} y={y}>
							{placed.text}
						</text>
					),
			)}
		</>
	);
};

function todayLabel(facts: RulerFacts, language: Language): Label {
	const { today } = words[language];
	const day = formatDay(facts.today, language, "ruler");
	return { at: share(facts.today, facts.year), wordings: [`${today} ${day}`, today] };
}

function waveLabel(wave: { from: Day; to: Day }, year: number, language: Language): Label {
	const { wave: word } = words[language];
	const [from, to] = [formatDay(wave.from, language, "ruler"), formatDay(wave.to, language, "ruler")];
	const at = (share(wave.from, year) + share(wave.to, year)) / 2;
	return { at, wordings: [`${word} ${from}–${to}`, word] };
}

function share(day: Day, year: number): number {
	const passed = daysBetween(`${year}-01-01`, day) / lengthOf(year);
	return Math.min(Math.max(passed, 0), 1);
}

function lengthOf(year: number): number {
	return daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
}

function monthStarts(year: number): string[] {
	const starts = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}-01`);
	return [...starts.map((day) => percent(share(day, year))), "100%"];
}

function monthMiddle(index: number): string {
	return percent((index + 0.5) / 12);
}

function weeksOf(year: number): string[] {
	return Array.from({ length: 52 }, (_, week) => percent((week * 7) / lengthOf(year)));
}

function percent(part: number): string {
	return `${Math.round(part * 10_000) / 100}%`;
}
