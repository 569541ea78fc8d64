import type { Child, PropsWithChildren } from "hono/jsx";

/** What is missing, as a list: the verb leads. */
export const Tasks = ({ children }: PropsWithChildren) => <ul class="tasks">{children}</ul>;

type TaskProps = { verb: string; noun: Child; gap?: Child; note?: Child; href?: string; link?: string };

/** One thing to do: verb in Song, noun, what is missing, and one link to where it is done. */
export const Task = ({ verb, noun, gap, note, href, link }: TaskProps) => (
	<li>
		<span class="verb">{verb}</span>
		<div>
			<strong>{noun}</strong> {gap && <span class="gap">{gap}</span>}
			{note && <small>{note}</small>}
		</div>
		{href && <a href={href}>{link}</a>}
	</li>
);
