import * as v from "valibot";
import { Desk } from "../../layout/paper";
import type { Page } from "../../layout/view";
import { Qr } from "../../parts/qr";
import { paths, withQuery } from "../../paths";
import { words } from "./words";

export const screenFacts = v.object({
	activity: v.object({ id: v.string(), title: v.string(), day: v.string() }),
	session: v.number(),
	/** Where members check in, with the code in it. */
	address: v.string(),
	code: v.string(),
	/** How many seconds this code still stands. */
	left: v.number(),
	came: v.number(),
	all: v.number(),
});

/** The organiser's screen: a code to scan that changes every half minute, and how many have come. */
export const CheckInScreen = ({ facts, view }: Page<v.InferOutput<typeof screenFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Desk
			view={view}
			title={say.screen}
			back={paths.activity(organisation, facts.activity.id)}
			aside={
				<a
					class="button"
					href={withQuery(paths.attendance(organisation, facts.activity.id), { session: facts.session })}
				>
					{say.roll}
				</a>
			}
		>
			<article class="paper poster" data-check-in={facts.left}>
				<p class="red-head">{view.place?.name}</p>
				<h1>{facts.activity.title}</h1>
				<p class="lead">{say.screenLead}</p>
				<Qr text={facts.address} label={say.scan} />
				<p>{say.typed}</p>
				<p class="check-in-code" data-code>
					{facts.code}
				</p>
				<p class="address">{facts.address.split("?")[0]}</p>
				<p class="lead" role="status" data-sofar>
					{say.sofar(facts.came, facts.all)}
				</p>
			</article>
		</Desk>
	);
};
