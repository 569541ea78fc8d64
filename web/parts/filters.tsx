import type { Language } from "../../worker/values/language";
import { formatNumber } from "./format";

export type Tab = { href: string; label: string; count?: number | null; chosen: boolean };

/** Ways to look at the same list, each with how many it would show. */
export const Filters = ({
	label,
	tabs,
	language,
}: {
	label: string;
	tabs: readonly Tab[];
	language: Language;
}) => (
	<nav class="tabs" aria-label={label}>
		{tabs.map((tab) => (
			<a href={tab.href} aria-current={tab.chosen ? "true" : undefined}>
				{tab.label} {typeof tab.count === "number" && formatNumber(tab.count, language)}
			</a>
		))}
	</nav>
);

type SearchProps = {
	action: string;
	name: string;
	value: string;
	label: string;
	placeholder: string;
	button: string;
	/** The page is there to be typed in. */
	focused?: boolean;
	/** Other query parameters that the search keeps. */
	keep?: Readonly<Record<string, string>>;
};

/** One wide line to search by, sent as a plain GET. */
export const Search = ({ action, name, value, label, placeholder, button, focused, keep }: SearchProps) => (
	<search>
		<form class="search" action={action}>
			{Object.entries(keep ?? {}).map(([kept, text]) => (
				<input type="hidden" name={kept} value={text} />
			))}
			<label>
				<span class="hidden">{label}</span>
				<input
					type="search"
					name={name}
					value={value}
					placeholder={placeholder}
					autofocus={focused}
					autocomplete="off"
					enterkeyhint="search"
					data-search
				/>
			</label>
			<button type="submit">{button}</button>
		</form>
	</search>
);
