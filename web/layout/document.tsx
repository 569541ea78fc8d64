import type { PropsWithChildren } from "hono/jsx";
import { script, style } from "../../.built/names";
import type { View } from "./view";
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
				{children}
			</body>
		</html>
	);
};
