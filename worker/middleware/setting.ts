import { drizzle } from "drizzle-orm/d1";
import { getCookie, setCookie } from "hono/cookie";
import { middleware } from "../http/door";
import { dayOf, nowInSeconds } from "../values/day";
import { type Language, languages } from "../values/language";

/** Sets the scene of a request: database, day, language. Nothing is asked of the database yet. */
export const setting = middleware(async (c, next) => {
	c.set("db", drizzle(c.env.DB));
	const zone = c.env.TIME_ZONE || "Asia/Shanghai";
	c.set("zone", zone);
	c.set("today", dayOf(nowInSeconds(), zone));
	c.set("reader", null);
	c.set("place", null);
	const chosen = languageOf(c.req.query("language"));
	if (chosen) {
		setCookie(c, "language", chosen, { path: "/", maxAge: 31_536_000, sameSite: "Lax", httpOnly: true });
	}
	c.set(
		"language",
		chosen ?? languageOf(getCookie(c, "language")) ?? preferred(c.req.header("Accept-Language")),
	);
	const flash = getCookie(c, "flash");
	c.set("flash", flash ?? null);
	await next();
});

function languageOf(text: string | undefined): Language | null {
	return languages.find((language) => language === text) ?? null;
}

/** Chinese unless the browser asks for English before any Chinese. */
function preferred(accepted: string | undefined): Language {
	const first = (accepted ?? "").split(",").find((part) => /^\s*(zh|en)\b/i.test(part));
	return first && /^\s*en/i.test(first) ? "en" : "zh";
}
