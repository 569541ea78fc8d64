import type { Child, PropsWithChildren } from "hono/jsx";

/** What is known about one thing, a line each. */
export const Rows = ({ children }: PropsWithChildren) => <dl class="rows">{children}</dl>;

type RowProps = PropsWithChildren<{ label: Child; note?: Child; href?: string; link?: string }>;

/** Label, value (the children), a soft note, and at most one link. */
export const Row = ({ label, note, href, link, children }: RowProps) => (
	<div>
		<dt>{label}</dt>
		{(children || !href) && (
			<dd class="value">
				{children} {note && <small>{note}</small>}
			</dd>
		)}
		{href && (
			<dd>
				<a href={href}>{link}</a>
			</dd>
		)}
	</div>
);
