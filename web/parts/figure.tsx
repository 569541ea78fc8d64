import type { Child, PropsWithChildren } from "hono/jsx";

/** A list of figures; as `cells` they stand side by side under a result. */
export const Figures = ({ cells, children }: PropsWithChildren<{ cells?: boolean }>) => (
	<dl class={cells ? "cells" : "figures"}>{children}</dl>
);

type FigureProps = { label: Child; note?: Child; value: string; unit?: string; href?: string };

/** Label and note left, the number right in Song, its unit small. */
export const Figure = ({ label, note, value, unit, href }: FigureProps) => (
	<div class="figure">
		<dt>
			{href ? <a href={href}>{label}</a> : label}
			{note && <span>{note}</span>}
		</dt>
		<dd>
			{value}
			{unit && <small>{unit}</small>}
		</dd>
	</div>
);
