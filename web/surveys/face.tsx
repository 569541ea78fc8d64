/** Mouths from very satisfied (5) to very dissatisfied (1); the words always stand beside. */
const mouths = {
	5: "M11 22h18a9 9 0 0 1-18 0z",
	4: "M13 24q7 6 14 0",
	3: "M13 25.5h14",
	2: "M13 28q7-6 14 0",
	1: "M11 29a9 9 0 0 1 18 0z",
} as const;

/** A face drawn in lines; the style fills it when its answer is chosen. */
export const Face = ({ face }: { face: keyof typeof mouths }) => (
	<svg viewBox="0 0 40 40" aria-hidden="true">
		<circle cx="20" cy="20" r="17" />
		<path d={`M14 14v2.5M26 14v2.5${mouths[face]}`} />
	</svg>
);
