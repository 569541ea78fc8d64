import * as v from "valibot";
import { Bare } from "../layout/bare";
import type { Page } from "../layout/view";
import { words } from "./words";

export const receivedFacts = v.object({ organisation: v.object({ id: v.string(), name: v.string() }) });

/** The application is in the queue. */
export const ReceivedPage = ({ facts, view }: Page<v.InferOutput<typeof receivedFacts>>) => {
	const say = words[view.language];
	return (
		<Bare view={view} title={say.receivedTitle}>
			<h1>{say.receivedTitle}</h1>
			<p>{say.receivedText(facts.organisation.name)}</p>
		</Bare>
	);
};
