import type { PropsWithChildren } from "hono/jsx";
import { script, style } from "../../.built/names";
import { paths } from "../paths";
import type { PlaceView, View } from "./view";
import { words } from "./words";

type DocumentProps = PropsWithChildren<{ view: View; title: string }>;

/** The whole HTML document around a page; whoever sends it puts the doctype before it. */
export const Document = ({ view, title, children }: DocumentProps) => {
	const say = words[view.language];
	return (
		<html lang={view.language === "zh" ? "zh-CN" : "en"}>
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{`${title} · ${view.place?.name ?? say.product}`}</title>
				<meta name="theme-color" content="#faf8f2" media="(prefers-color-scheme: light)" />
				<meta name="theme-color" content="#191714" media="(prefers-color-scheme: dark)" />
				<link rel="icon" href="/seal.svg" />
				<link rel="stylesheet" href={style} />
				<script type="module" src={script} />
			</head>
			<body>
				<a class="skip" href="#main">
					{say.skip}
				</a>
				{view.demonstration && <aside class="strip">{say.demonstration}</aside>}
				{view.place && <Standing place={view.place} view={view} />}
				{children}
			</body>
		</html>
	);
};

/** What isn't as usual about the place, on every page of it: practice, or no association (any more). */
const Standing = ({ place, view }: { place: PlaceView; view: View }) => {
	const say = words[view.language];
	return (
		<>
			{place.practice && (
				<aside class="strip practice" aria-label={say.practice}>
					<strong>{say.practice}</strong> {say.practiceNote}{" "}
					{place.may.includes("change the association") && <a href={paths.clearing(place.id)}>{say.clear}</a>}
				</aside>
			)}
			{place.status !== "active" && (
				<aside class="strip standing" aria-label={say.statusNotice}>
					{say.statuses[place.status]}
				</aside>
			)}
		</>
	);
};
