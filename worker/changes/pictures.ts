import type { Context } from "hono";
import type { Place, Reader } from "../http/door";
import type { Outcome } from "../http/once";
import type { Database } from "../tables/database";
import { digestOf, fingerprint } from "../values/id";
import type { Jpeg } from "../values/jpeg";
import { onceAsChange } from "./once";
import type { Authorship } from "./store";

/** A picture about to be kept: its id, where its bytes lie in the bucket, and how large it is drawn. */
export type NewPicture = { id: string; key: string; width: number; height: number };

type Inside = { db: Database; place: Place; reader: Reader };
type Beside = {
	/** The record whose history says so. */
	subject: string;
	/** Where its pictures lie in the bucket. */
	folder: string;
};

/**
 * Keeps a picture beside a record, its bytes before its row: a Worker killed between the two leaves bytes that nobody can ask for.
 * @param add the batch that keeps the row; it begins with the change
 * @param stands whether the row under the picture's id is there
 */
export async function keepPicture(
	inside: Inside,
	bucket: R2Bucket,
	{ subject, folder }: Beside,
	{ id, picture: { bytes, width, height } }: { id: string; picture: Jpeg },
	add: (made: NewPicture, by: Authorship) => Promise<readonly unknown[]>,
	stands: () => PromiseLike<readonly unknown[]>,
): Promise<Outcome | "late"> {
	const digest = await digestOf(bytes);
	const key = `${folder}/${id}-${digest.slice(0, 16)}`;
	await bucket.put(key, bytes, { httpMetadata: { contentType: "image/jpeg" } });
	const body = { id, picture: digest };
	const outcome = await onceAsChange(inside, subject, body, (by) => add({ id, key, width, height }, by));
	// A copy that comes after the photograph was taken away brings nothing back.
	const kept = outcome === "made" || (outcome === "again" && (await stands()).length > 0);
	if (!kept) await bucket.delete(key);
	return outcome;
}

/**
 * Takes a picture away, its bytes before its row, so that a retry finds what is left.
 * @param known where its bytes lie; nothing where there is none, or it isn't the reader's to take away
 * @param before the change under the removal's id, if there is one
 * @returns whether it is gone, by this request or by an earlier copy of it
 */
export async function removePicture(
	inside: Inside,
	bucket: R2Bucket | undefined,
	subject: string,
	body: { id: string },
	known: { key: string } | undefined,
	before: { madeFrom: string } | undefined,
	remove: (by: Authorship) => Promise<readonly unknown[]>,
): Promise<"made" | "again" | "unknown"> {
	if (!known) return before?.madeFrom === (await fingerprint(body)) ? "again" : "unknown";
	// An id that stands for something else may take no bytes away.
	if (before) return "unknown";
	await bucket?.delete(known.key);
	const outcome = await onceAsChange(inside, subject, body, remove);
	return outcome === "different" || outcome === "late" ? "unknown" : outcome;
}

/** A picture as JPEG; nothing where its bytes are gone. */
export async function pictureAnswer(
	c: Context,
	bucket: R2Bucket | undefined,
	known: { key: string } | undefined,
): Promise<Response | null> {
	const object = known && (await bucket?.get(known.key));
	if (!object) return null;
	c.header("Content-Type", "image/jpeg");
	// The same address never shows another picture; whoever is let in next on a shared machine asks again.
	c.header("Cache-Control", "private, max-age=3600");
	return c.body(object.body);
}
