import type { Child, PropsWithChildren } from "hono/jsx";

/** The year a page speaks of, and the ways to its neighbours (none where there is nothing to see). */
export type YearSwitch = { year: number; earlier: string | null; later: string | null };

type MastheadProps = PropsWithChildren<{
	title: string;
	/** Short facts under the title, joined by middle dots. */
	sub?: readonly (Child | null)[];
	year?: YearSwitch;
	back?: { href: string; label: string };
	/** A person's name is set larger than other titles. */
	person?: boolean;
	/** Registers and results stand under a thick-thin line. */
	letterhead?: boolean;
}>;

/** The head of a page: title, what it is about, the year, and (as children) outline buttons. */
export const Masthead = ({ title, sub, year, back, person, letterhead, children }: MastheadProps) => (
	<div class={["masthead", person && "person", letterhead && "letterhead"].filter(Boolean).join(" ")}>
		<div>
			{back && (
				<a class="back" href={back.href}>
					‹ {back.label}
				</a>
			)}
			<h1>{title}</h1>
			{sub && (
				<p class="sub">
					{sub.filter(Boolean).map((fact) => (
						<span>{fact}</span>
					))}
				</p>
			)}
		</div>
		{children && <div class="actions">{children}</div>}
		{year && <Years {...year} />}
	</div>
);

const Years = ({ year, earlier, later }: YearSwitch) => (
	<div class="years">
		{earlier ? (
			<a href={earlier} aria-label={String(year - 1)}>
				‹
			</a>
		) : (
			<i aria-hidden="true">‹</i>
		)}
		<span>{year}</span>
		{later ? (
			<a href={later} aria-label={String(year + 1)}>
				›
			</a>
		) : (
			<i aria-hidden="true">›</i>
		)}
	</div>
);
