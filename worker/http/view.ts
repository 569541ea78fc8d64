import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { View } from "../../web/layout/view";
import { type Bindings, foundOut, shownPost } from "./door";

/** What every page knows besides its facts, gathered from what the middleware found out. */
export function viewOf(c: Context): View {
	const { language, today, reader, place, flash } = foundOut(c);
	const { DEMONSTRATION } = c.env as Bindings;
	if (flash) deleteCookie(c, "flash", { path: "/" });
	const url = new URL(c.req.url);
	url.searchParams.delete("language");
	return {
		language,
		today,
		path: url.pathname.replace(/^\/+/, "/") + url.search,
		demonstration: DEMONSTRATION === "1",
		reader: reader && { name: reader.name, post: shownPost(place) },
		place: place && {
			id: place.id,
			name: place.name,
			kind: place.kind,
			status: place.status,
			practice: place.practice,
			parentName: place.parentName,
			may: place.acts,
		},
		flash,
	};
}

/** Leaves a word for the next page to show, once. */
export function say(c: Context, words: string): void {
	setCookie(c, "flash", words, { path: "/", maxAge: 60, httpOnly: true, sameSite: "Lax" });
}
