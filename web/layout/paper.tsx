import type { Child, PropsWithChildren } from "hono/jsx";
import { formatDay } from "../parts/format";
import { Document } from "./document";
import type { View } from "./view";
import { words } from "./words";

type DeskProps = PropsWithChildren<{ view: View; title: string; back: string; aside?: Child }>;

/** A page of sheets to be printed, with the way back and a print button that stay off the paper. */
export const Desk = ({ view, title, back, aside, children }: DeskProps) => {
	const say = words[view.language];
	return (
		<Document view={view} title={title}>
			<div class="desk">
				<header class="actions">
					<a class="button" href={back}>
						‹ {say.back}
					</a>
					<button type="button" data-print hidden>
						{say.print}
					</button>
					{aside}
				</header>
				<main id="main">{children}</main>
			</div>
		</Document>
	);
};

type PaperProps = PropsWithChildren<{
	view: View;
	/** The association's name as the red head; without it the sheet begins with its title. */
	head?: string;
	/** The document's number, under the red head. */
	number?: string;
	title: string;
	/** Who signs, and when: with a dashed ring where the real seal goes. */
	signed?: { name: string; day: string };
	kind?: string;
}>;

/** One sheet: red head, thick-thin line, title, text, place for the seal. Never an official seal. */
export const Paper = ({ view, head, number, title, signed, kind, children }: PaperProps) => (
	<article class={kind ? `paper ${kind}` : "paper"}>
		{head && (
			<p class="red-head">
				{head}
				{number && <small>{number}</small>}
			</p>
		)}
		<h1>{title}</h1>
		{children}
		{signed && (
			<p class="signed">
				{signed.name}
				<br />
				{formatDay(signed.day, view.language)}
			</p>
		)}
		<footer class="colophon">{words[view.language].printedBy(view.today)}</footer>
	</article>
);
