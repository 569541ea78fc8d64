import type * as v from "valibot";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Empty } from "../../parts/empty";
import { Files } from "../../parts/files";
import { type Column, Register } from "../../parts/table";
import { paths, withQuery } from "../../paths";
import type { questionnaireListFacts } from "./facts";
import { words } from "./words";

type Facts = v.InferOutput<typeof questionnaireListFacts>;
type Listed = Facts["questionnaires"][number];

/** Questionnaires: those made here, those published above, and those that come ready. */
export const QuestionnaireListPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const runs = view.place?.may.includes("run surveys");
	return (
		<Shell view={view} title={say.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.title}
					sub={[view.place?.name, say.sub]}
					back={{ href: paths.surveys(organisation), label: say.back }}
				>
					{runs && (
						<a class="button" href={paths.questionnaireNew(organisation)}>
							{say.begin}
						</a>
					)}
				</Masthead>
				{runs && !facts.questionnaires.some(({ whose }) => whose === "here") && (
					<Empty {...say.noneHere} href={paths.questionnaireNew(organisation)} link={say.begin} />
				)}
				<Register caption={say.title} columns={columnsOf(view)} rows={facts.questionnaires} />
				<p class="links">
					<Files href={paths.questionnaires(organisation)} total={facts.questionnaires.length} view={view} />
				</p>
			</div>
		</Shell>
	);
};

function columnsOf(view: View): Column<Listed>[] {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const runs = view.place?.may.includes("run surveys");
	return [
		{
			head: say.list.name,
			cell: ({ id, title, whose }) => (
				<a
					href={
						runs && whose === "here"
							? paths.questionnaire(organisation, id)
							: paths.questionnairePreview(organisation, id)
					}
				>
					{title[view.language]}
				</a>
			),
		},
		{ head: say.list.questions, number: true, cell: ({ questions }) => questions },
		{
			head: say.list.state,
			minor: true,
			cell: ({ whose, version }) =>
				[say.whose[whose], version === null ? say.writing : say.version(version)].join(" · "),
		},
		{
			head: say.list.act,
			tight: true,
			cell: ({ id, version }) =>
				runs &&
				version !== null && (
					<a href={withQuery(paths.questionnaireNew(organisation), { from: id })}>{say.copy}</a>
				),
		},
	];
}
