import * as v from "valibot";
import type { View } from "../layout/view";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { words } from "./words";

/** The latest of what a member agreed to here; null when nothing was noted. */
export const consentPanelFacts = v.nullable(
	v.object({ what: v.picklist(["given", "withdrawn"]), day: v.string() }),
);

type Props = { member: string; consent: v.InferOutput<typeof consentPanelFacts>; view: View };

/** On a member's page: consent, all that is held about them, and erasure; quiet, for the few days on which they are asked for. */
export const OwnPanel = ({ member, consent, view }: Props) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const may = view.place?.may ?? [];
	if (!may.includes("register members")) return null;
	return (
		<section>
			<Heading>{say.panel}</Heading>
			<Rows>
				<Row label={say.panelConsent} href={paths.consent(organisation, member)} link={say.noteLink}>
					{consent
						? `${formatDay(consent.day, view.language, "dotted")} ${say.consentWhats[consent.what]}`
						: say.noConsents}
				</Row>
				<Row label={say.panelData} href={paths.ownData(organisation, member)} link={say.see}>
					{say.panelDataHint}
				</Row>
				{may.includes("erase people") && (
					<Row label={say.panelErase} href={paths.erasure(organisation, member)} link={say.panelEraseLink}>
						{say.panelEraseHint}
					</Row>
				)}
			</Rows>
		</section>
	);
};
