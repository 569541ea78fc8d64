import { type Child, isValidElement, type PropsWithChildren } from "hono/jsx";
import type { Language, Words } from "../../worker/values/language";

/** What is wrong in a form, by field name, already in words. */
export type Problems = Readonly<Record<string, string>>;

type FormProps = PropsWithChildren<{
	language: Language;
	action: string;
	/** The id of the row this form will make, so that a second copy of the request changes nothing. */
	id?: string | null;
	problems?: Problems;
	/** The one stamp. */
	submit: string;
	cancel?: { href: string; label: string };
	/** Asked in a dialogue before sending, where scripts run. */
	confirm?: string;
	/** Beside the stamp. */
	aside?: Child;
	plain?: boolean;
	/** A second form of a page: its button is no stamp. */
	second?: boolean;
}>;

const words = {
	zh: { heading: (count: number) => `还没有保存，有 ${count} 处要改` },
	en: {
		heading: (count: number) =>
			count === 1 ? "Not saved: one thing to mend" : `Not saved: ${count} things to mend`,
	},
} satisfies Words<object>;

/** A form: what is wrong first, then the fields, then one stamp. */
export const Form = (props: FormProps) => {
	const { language, action, id, problems, submit, cancel, confirm, aside, plain, second, children } = props;
	return (
		<form
			class={plain ? undefined : "form"}
			method="post"
			action={action}
			data-once
			data-confirm={confirm}
			novalidate
		>
			{id && <input type="hidden" name="id" value={id} />}
			{problems && <ErrorSummary problems={problems} labels={labelsIn(children)} language={language} />}
			{children}
			<div class="actions">
				<button type="submit" class={second ? undefined : "stamp"}>
					{submit}
				</button>
				{cancel && (
					<a class="button" href={cancel.href}>
						{cancel.label}
					</a>
				)}
				{aside}
			</div>
		</form>
	);
};

/** The labels of the fields in a form by their names, so that the summary can say which one it means. */
function labelsIn(children: Child, found = new Map<string, Child>()): Map<string, Child> {
	if (Array.isArray(children)) for (const child of children) labelsIn(child, found);
	else if (isValidElement(children)) {
		const { name, label } = children.props;
		if (typeof name === "string" && label) found.set(name, label);
		labelsIn(children.children, found);
		labelsIn(children.props.children, found);
	}
	return found;
}

type SummaryProps = { problems: Problems; labels?: ReadonlyMap<string, Child>; language: Language };

/** All that is wrong in a form, each line a way to its field. */
export const ErrorSummary = ({ problems, labels = new Map(), language }: SummaryProps) => {
	const entries = Object.entries(problems);
	if (entries.length === 0) return null;
	return (
		<div class="errors" role="alert">
			<h2>{words[language].heading(entries.length)}</h2>
			<ul>
				{entries.map(([name, problem]) => (
					<li>
						<a href={`#${name}`}>
							{labels.get(name)} {problem}
						</a>
					</li>
				))}
			</ul>
		</div>
	);
};
