import type { Context } from "hono";
import { deleteCookie } from "hono/cookie";
import * as v from "valibot";
import { paths } from "../../web/paths";
import { EnterPage, enterFacts } from "../../web/session/enter";
import { MePage, meFacts } from "../../web/session/me";
import { RecoverPage, recoverFacts } from "../../web/session/recover";
import { SecretPage, secretFacts } from "../../web/session/secret";
import { StartPage } from "../../web/session/start";
import { bodyOf, freshForm, mistakenForm, rawBody } from "../http/body";
import { describe } from "../http/describe";
import { foundOut, type Reader, room } from "../http/door";
import { face, made, mistaken } from "../http/face";
import { problem } from "../http/problem";
import { signedIn } from "../middleware/may";
import { cookieName, keepSignedIn } from "../middleware/reader";
import { kindMistake } from "../organisations/kinds/rules";
import { newSecret, sha256 } from "../values/id";
import { checkedBy, readTyped } from "../values/typed";
import { entrySchema, founderSchema, ownerSchema, recoverySchema, tokenSchema } from "./input";
import * as keys from "./keys";
import { deviceOf, wayIn } from "./rules";
import * as store from "./store";

const startFaces = { schema: v.object({}), page: StartPage };
const enterFaces = { schema: enterFacts, page: EnterPage };
const recoverFaces = { schema: recoverFacts, page: RecoverPage };
const meFaces = { schema: meFacts, page: MePage };
const secretFaces = { schema: secretFacts, page: SecretPage };

/** Who are you: links in, one's own devices and programs, recovery codes. No password anywhere. */
export const sessions = room()
	.get(paths.start(), describe({ summary: "The way to one's own pages", open: true }), async (c) => {
		if (!c.var.reader) return face(c, startFaces, {});
		const [first] = await keys.postsOf(c.var.db, c.var.reader.person, c.var.today);
		return c.redirect(first ? paths.home(first.organisation) : paths.me(), 303);
	})
	.get(
		paths.enter(":token"),
		describe({ summary: "What a sign-in link opens", answers: enterFacts, open: true }),
		async (c) => {
			const behind = await store.linkBehind(c.var.db, await sha256(c.req.param("token")), c.var.today);
			const way = wayIn(behind);
			if (!way) return problem(c, 410, "used-link");
			return face(c, enterFaces, {
				way,
				secret: newSecret(),
				kinds: way.kind === "founder" ? behind.kinds : [],
				form: freshForm(way.kind === "owner" ? {} : { name: way.name }),
			});
		},
	)
	.post(
		paths.enter(":token"),
		describe({ summary: "Use a sign-in link up", takes: founderSchema, open: true }),
		async (c) => {
			const hash = await sha256(c.req.param("token"));
			const raw = await rawBody(c);
			const again = readTyped(entrySchema, raw);
			if (again.ok && (await store.sessionStands(c.var.db, await sha256(again.value.secret))))
				return letIn(c, again.value.secret);

			const behind = await store.linkBehind(c.var.db, hash, c.var.today);
			const way = wayIn(behind);
			if (!way) return letInOrRefuse(c, again.ok ? again.value.secret : null);
			const kinds = way.kind === "founder" ? behind.kinds : [];
			const read =
				way.kind === "founder"
					? checkedBy(readTyped(founderSchema, raw), ({ kind }) => ({ kind: kindMistake(kinds, kind) }))
					: readTyped(way.kind === "owner" ? ownerSchema : entrySchema, raw);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, enterFaces, { way, secret: newSecret(), kinds, form, mistakes: form.mistakes });
			}
			const session = await newSession(c, read.value.secret);
			const entered = await enter(c, hash, session, behind, read.value);
			return entered ? letIn(c, read.value.secret) : letInOrRefuse(c, read.value.secret);
		},
	)
	.get(
		paths.recover(),
		describe({ summary: "Sign in by a recovery code", answers: recoverFacts, open: true }),
		(c) => face(c, recoverFaces, { secret: newSecret(), form: freshForm() }),
	)
	.post(
		paths.recover(),
		describe({ summary: "Use a recovery code up", takes: recoverySchema, open: true }),
		async (c) => {
			const read = await bodyOf(c, recoverySchema);
			const secret = read.ok ? read.value.secret : newSecret();
			if (read.ok) {
				const session = await newSession(c, secret);
				const entered =
					(await store.sessionStands(c.var.db, session.hash)) ||
					(await store.enterByRecovery(c.var.db, await sha256(read.value.code), session)) ||
					(await store.sessionStands(c.var.db, session.hash));
				if (entered) return letIn(c, secret);
			}
			const form = mistakenForm(read.ok ? { ok: false, mistakes: { code: "not-a-code" }, typed: {} } : read);
			return mistaken(c, recoverFaces, { secret, form, mistakes: form.mistakes });
		},
	)
	.post(paths.signOut(), signedIn, describe({ summary: "Sign out on this device" }), async (c) => {
		await keys.endSession(c.var.db, c.var.reader.person, c.var.reader.session);
		deleteCookie(c, cookieName(c), { path: "/", secure: cookieName(c).startsWith("__Host-") });
		// A roll that was kept on this device names people: it goes with whoever signs out.
		c.header("Clear-Site-Data", '"storage"');
		return made(c, paths.start());
	})
	.get(
		paths.me(),
		signedIn,
		describe({ summary: "One's own devices, programs and posts", answers: meFacts }),
		async (c) => {
			const own = await keys.ownKeys(c.var.db, c.var.reader.person, c.var.today);
			return face(c, meFaces, meFrom(c.var, own));
		},
	)
	.post(
		paths.sessionEnd(":session"),
		signedIn,
		describe({ summary: "Sign out there, or revoke a token" }),
		async (c) => {
			const ended = await keys.endSession(c.var.db, c.var.reader.person, c.req.param("session"));
			return ended ? made(c, paths.me()) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.deviceLinks(),
		signedIn,
		describe({ summary: "A ten-minute link for another of one's devices", answers: secretFacts }),
		async (c) => {
			if (c.var.reader.kind === "program") return problem(c, 404, "not-found");
			const secret = await keys.makeDeviceLink(c.var.db, c.var.reader);
			return face(c, secretFaces, {
				kind: "device",
				address: addressOf(c, paths.enter(secret)),
				secrets: [],
				back: paths.me(),
			});
		},
	)
	.post(
		paths.tokens(),
		signedIn,
		describe({ summary: "A bearer token for a program", takes: tokenSchema, answers: secretFacts }),
		async (c) => {
			if (c.var.reader.kind === "program") return problem(c, 404, "not-found");
			const read = await bodyOf(c, tokenSchema);
			if (!read.ok) {
				const own = await keys.ownKeys(c.var.db, c.var.reader.person, c.var.today);
				const form = mistakenForm(read);
				return mistaken(c, meFaces, { ...meFrom(c.var, own), form, mistakes: form.mistakes });
			}
			const { label, reads_only } = read.value;
			const secret = await keys.makeToken(c.var.db, c.var.reader.person, {
				label,
				readsOnly: reads_only,
				today: c.var.today,
			});
			return face(c, secretFaces, { kind: "token", address: null, secrets: [secret], back: paths.me() });
		},
	)
	.post(
		paths.recoveryCodes(),
		signedIn,
		describe({ summary: "Ten fresh recovery codes for the owner", answers: secretFacts }),
		async (c) => {
			const own = await keys.ownKeys(c.var.db, c.var.reader.person, c.var.today);
			const owns = own.posts.some(({ post }) => post === "owner");
			if (!owns || c.var.reader.kind === "program") return problem(c, 404, "not-found");
			const codes = await keys.makeRecoveryCodes(c.var.db, c.var.reader.person);
			return face(c, secretFaces, { kind: "recovery", address: null, secrets: codes, back: paths.me() });
		},
	);

type Keys = Awaited<ReturnType<typeof keys.ownKeys>>;

function meFrom({ reader }: { reader: Reader }, own: Keys) {
	return { ...own, here: reader.session, form: freshForm() };
}

async function newSession(c: Context, secret: string): Promise<store.NewSession> {
	const { today } = foundOut(c);
	return { hash: await sha256(secret), label: deviceOf(c.req.header("User-Agent") ?? ""), today };
}

type Behind = Awaited<ReturnType<typeof store.linkBehind>>;

/** Uses the link up in the way it was made for. */
function enter(
	c: Context,
	hash: string,
	session: store.NewSession,
	behind: Behind,
	typed: object,
): Promise<boolean> {
	const { db } = foundOut(c);
	if ("organisation" in typed) {
		const { name, ...organisation } = typed as { name: string } & Parameters<
			typeof store.found
		>[3]["organisation"];
		return store.found(db, hash, session, { name, organisation });
	}
	if ("name" in typed && behind.root) {
		const name = String(typed.name);
		const known = behind.owners.find((owner) => owner.name === name)?.person;
		return store.enterAsOwner(db, hash, session, { name, known, root: behind.root.id });
	}
	return store.enterByLink(db, hash, session, behind.link?.held ?? "");
}

/** A link that is gone may have been used by the other copy of this very click: then its session stands by now. */
async function letInOrRefuse(c: Context, secret: string | null) {
	const stands = secret !== null && (await store.sessionStands(foundOut(c).db, await sha256(secret)));
	return stands ? letIn(c, secret) : problem(c, 410, "used-link");
}

function letIn(c: Context, secret: string) {
	keepSignedIn(c, secret);
	return made(c, paths.start());
}

function addressOf(c: Context, path: string): string {
	return new URL(path, c.req.url).href;
}
