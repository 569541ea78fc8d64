import type { Child, PropsWithChildren } from "hono/jsx";

type PagerProps = PropsWithChildren<{
	/** "86 members", "60 of 86": what is shown. */
	shown: Child;
	next: string | null;
	nextLabel: string;
	/** Back to the first page, when this isn't it. */
	first?: string | null;
	firstLabel?: string;
}>;

/** The foot of a list: how many, files and print as children, and the next page by keyset. */
export const Pager = ({ shown, next, nextLabel, first, firstLabel, children }: PagerProps) => (
	<div class="pager">
		<span>{shown}</span>
		{children}
		{first && <a href={first}>{firstLabel}</a>}
		{next && (
			<a href={next} rel="next">
				{nextLabel}
			</a>
		)}
	</div>
);
