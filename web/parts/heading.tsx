import type { Child } from "hono/jsx";

/** A section's heading on its ink line, with a note at the end of the line. */
export const Heading = ({ children, note, id }: { children: Child; note?: Child; id?: string }) => (
	<div class="heading">
		<h2 id={id}>{children}</h2>
		{note && <small>{note}</small>}
	</div>
);
