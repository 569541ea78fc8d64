import * as v from "valibot";
import { Desk, Paper } from "../layout/paper";
import type { Page } from "../layout/view";
import { Qr } from "../parts/qr";
import { paths } from "../paths";
import { words } from "./words";

export const joinPosterFacts = v.object({ address: v.string() });

/** The poster that residents scan to join. */
export const JoinPosterPage = ({ facts, view }: Page<v.InferOutput<typeof joinPosterFacts>>) => {
	const say = words[view.language];
	return (
		<Desk view={view} title={say.posterTitle} back={paths.members(view.place?.id ?? "")}>
			<Paper view={view} head={view.place?.name ?? ""} title={say.posterTitle} kind="poster">
				<p>{say.posterLead}</p>
				<Qr text={facts.address} label={say.posterTitle} />
				<p>{say.posterFoot}</p>
			</Paper>
		</Desk>
	);
};
