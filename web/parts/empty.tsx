import type { Child, PropsWithChildren } from "hono/jsx";

type EmptyProps = PropsWithChildren<{
	verb: string;
	missing: Child;
	step: Child;
	href?: string;
	link?: string;
}>;

/** The verb, what isn't there, and the first step. */
export const Empty = ({ verb, missing, step, href, link, children }: EmptyProps) => (
	<div class="empty">
		<span class="verb">{verb}</span>
		<div>
			{missing} <small>{step}</small>
		</div>
		{href && <a href={href}>{link}</a>}
		{children}
	</div>
);
