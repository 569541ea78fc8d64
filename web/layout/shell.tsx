import type { PropsWithChildren } from "hono/jsx";
import { paths } from "../paths";
import { Document } from "./document";
import { Flash } from "./flash";
import { LanguageSwitch } from "./language-switch";
import { Seal } from "./seal";
import type { PlaceView, View } from "./view";
import { words } from "./words";

/** The six places of the navigation. */
export type PlaceName = "home" | "members" | "activities" | "dues" | "satisfaction" | "association";

type ShellProps = PropsWithChildren<{ view: View; title: string; here: PlaceName | null }>;

/** A page with navigation: a rail on the left, or a bar under the thumb on a phone. */
export const Shell = ({ view, title, here, children }: ShellProps) => (
	<Document view={view} title={title}>
		<div class="shell">
			<header class="rail">
				<Seal
					href={view.place ? paths.home(view.place.id) : paths.start()}
					label={words[view.language].product}
				/>
				{view.place && <Places view={view} place={view.place} here={here} />}
				<Reader view={view} />
			</header>
			<main id="main">
				<Flash view={view} />
				{children}
			</main>
		</div>
	</Document>
);

const Places = ({ view, place, here }: { view: View; place: PlaceView; here: PlaceName | null }) => {
	const say = words[view.language];
	return (
		<nav class="places" aria-label={say.navigation}>
			<ul>
				{placesOf(place.id).map(([name, href]) => (
					<li>
						<a href={href} aria-current={name === here ? "page" : undefined}>
							{say[name]}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
};

function placesOf(organisation: string): [PlaceName, string][] {
	return [
		["home", paths.home(organisation)],
		["members", paths.members(organisation)],
		["activities", paths.activities(organisation)],
		["dues", paths.dues(organisation)],
		["satisfaction", paths.surveys(organisation)],
		["association", paths.association(organisation)],
	];
}

const Reader = ({ view }: { view: View }) => {
	const say = words[view.language];
	return (
		<div class="reader">
			{view.reader && (
				<p>
					<a href={paths.me()}>{view.reader.name}</a>
				</p>
			)}
			{view.reader?.post && <p>{say.posts[view.reader.post]}</p>}
			<ul>
				{view.reader && (
					<li>
						<a href={paths.search()} data-search>
							{say.search}
						</a>
					</li>
				)}
				<li>
					<LanguageSwitch view={view} />
				</li>
				{view.reader && (
					<li>
						<form method="post" action={paths.signOut()}>
							<button type="submit" class="plain">
								{say.signOut}
							</button>
						</form>
					</li>
				)}
			</ul>
		</div>
	);
};
