import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { posts } from "../../worker/roles/may";
import { Bare } from "../layout/bare";
import type { Page } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { OrganisationFields } from "../organisations/fields";
import { kindOffered } from "../organisations/kinds/facts";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { words } from "./words";

export const enterFacts = v.object({
	way: v.object({
		kind: v.picklist(["founder", "owner", "post", "device"]),
		name: v.string(),
		post: v.nullable(v.picklist(posts)),
		organisation: v.nullable(v.string()),
	}),
	/** What this sign-in will be known by: a second copy of the same click is the same sign-in. */
	secret: v.string(),
	/** The kinds that the first association may be of. */
	kinds: v.array(kindOffered),
	form: formSchema,
});
type Facts = v.InferOutput<typeof enterFacts>;

/** What a sign-in link opens. Only the button uses it up, so that a messenger's preview can't. */
export const EnterPage = ({ facts: { way, secret, kinds, form }, view }: Page<Facts>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const asksName = way.kind === "founder" || way.kind === "owner";
	return (
		<Bare view={view} title={say.welcome}>
			<h1>
				{way.name && !asksName
					? `${say.welcome}${view.language === "zh" ? "，" : ", "}${way.name}`
					: say.welcome}
			</h1>
			<p>{leadOf(way, view.language)}</p>
			<Form language={view.language} action="" problems={problemsOf(form, view.language)} submit={say.enter}>
				<input type="hidden" name="secret" value={secret} />
				{asksName && <Field {...field("name")} label={say.yourName} autocomplete="name" />}
				{way.kind === "founder" && <OrganisationFields form={form} kinds={kinds} language={view.language} />}
			</Form>
			<p class="soft">{say.once}</p>
		</Bare>
	);
};

function leadOf(way: Facts["way"], language: "zh" | "en"): string {
	const say = words[language];
	switch (way.kind) {
		case "founder":
			return say.founderLead;
		case "owner":
			return say.ownerLead(way.organisation ?? "");
		case "post":
			return say.postLead(way.organisation ?? "", way.post ? layoutWords[language].posts[way.post] : "");
		case "device":
			return say.deviceLead;
	}
}
