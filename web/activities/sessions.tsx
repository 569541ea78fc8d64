import type { View } from "../layout/view";
import type { AttendanceFacts } from "./facts";
import { words } from "./holding/words";

type SessionsProps = {
	facts: Pick<AttendanceFacts, "session" | "sessions">;
	view: View;
	href: (session: number) => string;
};

/** The half-days of an activity, each a way to its own page; nothing where there is only one. */
export const Sessions = ({ facts, view, href }: SessionsProps) =>
	facts.sessions.length < 2 ? null : (
		<nav class="sessions" aria-label={words[view.language].sessions}>
			{facts.sessions.map(({ number, day, half }) => (
				<a href={href(number)} aria-current={number === facts.session ? "page" : undefined}>
					{words[view.language].session(day, half)}
				</a>
			))}
		</nav>
	);
