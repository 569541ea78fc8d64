import type { PropsWithChildren } from "hono/jsx";
import { paths } from "../paths";
import { Document } from "./document";
import { Flash } from "./flash";
import { LanguageSwitch } from "./language-switch";
import { Seal } from "./seal";
import type { View } from "./view";
import { words } from "./words";

/** A page without navigation: before sign-in, for the public, and for what went wrong. */
export const Bare = ({ view, title, children }: PropsWithChildren<{ view: View; title: string }>) => (
	<Document view={view} title={title}>
		<div class="bare">
			<header>
				<Seal href={paths.start()} label={words[view.language].product} />
			</header>
			<main id="main">
				<Flash view={view} />
				{children}
			</main>
			<footer>
				<LanguageSwitch view={view} />
			</footer>
		</div>
	</Document>
);
