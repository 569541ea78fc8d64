import { linkRadial, pie, pointRadial } from "d3-shape";

/** What is around a node: a name, and how many there are beyond it. */
export type Branch = { name: string; beyond: number; wanting: boolean };

type DrawingProps = { centre: string; label: string; branches: readonly Branch[] };

const inner = 118;
const outer = 250;
const spread = 9;

/** Up to so many names stand upright beside their nodes; more lie along their rays. */
const upright = 12;

/**
 * A node with what is around it, and a dot for each that stands beyond. A picture of the list that stands beside it, in which
 * the ways lead on.
 */
export const Drawing = ({ centre, label, branches }: DrawingProps) => {
	const slices = pie<Branch>()
		.value(({ beyond }) => beyond + 4)
		.sort(null)([...branches]);
	const link = linkRadial<unknown, { angle: number; radius: number }>()
		.angle(({ angle }) => angle)
		.radius(({ radius }) => radius);
	const lies = branches.length > upright;
	return (
		<svg class="network" viewBox="-350 -300 700 600" role="img" aria-label={label}>
			{slices.map(({ data, startAngle, endAngle }) => {
				const angle = (startAngle + endAngle) / 2;
				const [x, y] = pointRadial(angle, inner);
				const path = link({ source: { angle, radius: 0 }, target: { angle, radius: inner } });
				return (
					<g class={data.wanting ? "wanting" : undefined}>
						<path class="ray" d={path ?? ""} />
						{data.beyond > 0 && <path class="beyond" d={dotsOf(data.beyond, startAngle, endAngle, lies)} />}
						<circle cx={round(x)} cy={round(y)} r={lies ? 4 : 9} />
						{lies ? <Lying angle={angle} {...data} /> : <Upright angle={angle} {...data} />}
					</g>
				);
			})}
			<circle class="centre" r={lies ? 34 : 44} />
			<text class="centre-name" text-anchor="middle" dy="0.35em">
				{centre}
			</text>
		</svg>
	);
};

/** A name beside its node, on the side away from the middle. */
const Upright = ({ angle, name }: Branch & { angle: number }) => {
	const [x, y] = pointRadial(angle, inner + 18);
	const side = Math.sin(angle);
	const anchor = side > 0.25 ? "start" : side < -0.25 ? "end" : "middle";
	return (
		<text
			x={round(x)}
			y={round(y + 5 + (Math.abs(side) <= 0.25 ? Math.sign(y) * 8 : 0))}
			text-anchor={anchor}
		>
			{name}
		</text>
	);
};

/** A name along its ray, to be read from the left. */
const Lying = ({ angle, name, beyond }: Branch & { angle: number }) => {
	const degrees = (angle * 180) / Math.PI - 90;
	const turned = angle > Math.PI;
	const radius = inner + 12 + Math.min(beyond, 14) * spread;
	return (
		<text
			transform={`rotate(${degrees.toFixed(1)}) translate(${radius.toFixed(1)})${turned ? " rotate(180)" : ""}`}
			text-anchor={turned ? "end" : "start"}
			dy="0.35em"
		>
			{name}
		</text>
	);
};

const round = (length: number) => Math.round(length * 10) / 10;

/** Dots as one path of points: along the ray, or side by side on arcs beyond the name. */
function dotsOf(count: number, start: number, end: number, lies: boolean): string {
	if (lies) {
		const angle = (start + end) / 2;
		return Array.from({ length: Math.min(count, 14) }, (_, index) =>
			point(angle, inner + 12 + index * spread),
		).join("");
	}
	const width = end - start;
	const fit = Math.max(1, Math.floor((width * outer * 0.86) / spread));
	return Array.from({ length: count }, (_, index) => {
		const [row, place] = [Math.floor(index / fit), index % fit];
		const inRow = Math.min(fit, count - row * fit);
		const angle = (start + end) / 2 + ((place - (inRow - 1) / 2) * spread) / outer;
		return point(angle, outer + row * spread);
	}).join("");
}

function point(angle: number, radius: number): string {
	const [x, y] = pointRadial(angle, radius);
	return `M${x.toFixed(0)} ${y.toFixed(0)}h0`;
}
