import type { Language } from "../../worker/values/language";
import type { View } from "./view";
import { words } from "./words";

/** A link to this very page in the other language; the middleware remembers the choice. */
export const LanguageSwitch = ({ view }: { view: View }) => {
	const other = view.language === "zh" ? "en" : "zh";
	return (
		<a href={inLanguage(view.path, other)} lang={other === "zh" ? "zh-CN" : "en"} rel="nofollow">
			{words[view.language].otherLanguage}
		</a>
	);
};

/** The same path and query, asking for a language. */
export function inLanguage(path: string, language: Language): string {
	const [address = "/", query] = path.split("?");
	const asked = new URLSearchParams(query);
	asked.set("language", language);
	return `${address}?${asked}`;
}
