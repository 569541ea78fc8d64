import * as v from "valibot";
import { Bare } from "../layout/bare";
import type { Page } from "../layout/view";
import { Qr } from "../parts/qr";
import { words } from "./words";

export const secretFacts = v.object({
	kind: v.picklist(["device", "officer", "token", "recovery"]),
	/** A sign-in link, for the kinds that are one. */
	address: v.nullable(v.string()),
	secrets: v.array(v.string()),
	back: v.string(),
});
type Facts = v.InferOutput<typeof secretFacts>;

/** What is shown only once: a link with its QR code, a token, or recovery codes to print. */
export const SecretPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const [title, text] = wordingOf(facts.kind, say);
	return (
		<Bare view={view} title={title}>
			<h1>{title}</h1>
			<p>{text}</p>
			{facts.address && <Qr text={facts.address} label={say.qr} />}
			{facts.secrets.length > 0 && (
				<ul class="secrets">
					{facts.secrets.map((secret) => (
						<li>
							<code>{facts.kind === "recovery" ? secret.replace(/(.{4})(?=.)/g, "$1-") : secret}</code>
						</li>
					))}
				</ul>
			)}
			<p class="actions">
				{facts.address && (
					<button type="button" data-copy={facts.address} hidden>
						{say.copy}
					</button>
				)}
				<button type="button" data-print hidden>
					{say.print}
				</button>
				<a class="button" href={facts.back}>
					{say.back}
				</a>
			</p>
		</Bare>
	);
};

function wordingOf(kind: Facts["kind"], say: (typeof words)["zh" | "en"]): [string, string] {
	switch (kind) {
		case "device":
			return [say.deviceTitle, say.deviceText];
		case "officer":
			return [say.officerTitle, say.officerText];
		case "token":
			return [say.tokenTitle, say.tokenText];
		case "recovery":
			return [say.recoveryTitle, say.recoveryText];
	}
}
