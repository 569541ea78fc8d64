/** Solid is done, half is undecided, hollow is not yet; it survives greyscale. */
export type MarkShape = "solid" | "half" | "hollow";

/** A small round mark; a word always stands beside it, so screen readers pass over it. */
export const Mark = ({ shape }: { shape: MarkShape }) => (
	<svg class={`mark ${shape}`} viewBox="0 0 12 12" aria-hidden="true">
		<circle cx="6" cy="6" r="5" />
		{shape === "half" && <path d="M6 1a5 5 0 0 1 0 10z" stroke="none" />}
	</svg>
);
