import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { councilPosts } from "../../worker/officers/seats/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Checkbox, Choices, DayField, Field } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { Candidates } from "./candidates";
import { words } from "./term-words";

export const byElectionFacts = v.object({
	/** Posts with a free seat. */
	posts: v.array(v.picklist(councilPosts)),
	/** Members and officers as the list offers them. */
	people: v.array(v.string()),
	form: formSchema,
});

/** Filling a vacancy as it arises: which post, who, which day. */
export const ByElectionPage = ({ facts, view }: Page<v.InferOutput<typeof byElectionFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(facts.form, view.language);
	const back = paths.officers(organisation);
	return (
		<Shell view={view} title={say.byTitle} here="association">
			<Masthead
				title={say.byTitle}
				sub={[view.place?.name, say.byHint]}
				back={{ href: back, label: layoutWords[view.language].back }}
			/>
			<Conflict form={facts.form} language={view.language} />
			{facts.posts.length === 0 && Object.keys(facts.form.mistakes).length === 0 ? (
				<Empty {...say.noFree} />
			) : (
				<Form
					language={view.language}
					action={paths.byElections(organisation)}
					id={facts.form.id}
					problems={problemsOf(facts.form, view.language)}
					submit={say.keepByElection}
					cancel={{ href: back, label: say.cancel }}
				>
					<Choices
						{...field("post")}
						label={say.post}
						options={facts.posts.map((post) => ({
							value: post,
							label: layoutWords[view.language].posts[post],
						}))}
					/>
					<Field {...field("who")} label={say.who} list="candidates" required />
					<Candidates people={facts.people} />
					<Checkbox
						name="full_time"
						label={say.fullTime}
						value="on"
						checked={field("full_time").value === "true"}
					/>
					<DayField {...field("day")} label={say.byDay} />
					<Field {...field("assembly")} label={say.byAssembly} optional={say.optional} />
					<Checkbox
						name="newcomers"
						label={say.newcomers}
						value="on"
						checked={field("newcomers").value === "true"}
					/>
				</Form>
			)}
		</Shell>
	);
};
