import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";

export const homeFacts = v.object({
	year: v.number(),
	today: v.string(),
	members: v.object({
		opening: v.number(),
		joined: v.number(),
		departed: v.number(),
		members: v.number(),
		women: v.number(),
	}),
	waiting: v.number(),
});

/** An association's home: what is missing this year, and the year so far. */
export const HomePage = ({ facts, view }: Page<v.InferOutput<typeof homeFacts>>) => (
	<Shell view={view} title={view.place?.name ?? ""} here="home">
		<Masthead title={view.place?.name ?? ""} sub={[String(facts.members.members)]} />
	</Shell>
);
