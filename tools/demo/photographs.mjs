// Drawn pictures stand for the photographs of what the first village held last and used last, put where the product itself would put them.
import { drizzle } from "drizzle-orm/d1";
import { add } from "../../worker/activities/photographs/store";
import { add as addToVoucher } from "../../worker/funds/photographs/store";
import { cleaned } from "../../worker/values/jpeg";
import bill from "./photographs/bill.jpg";
import hall from "./photographs/hall.jpg";
import square from "./photographs/square.jpg";
import table from "./photographs/table.jpg";

/** Hangs three pictures beside the latest activity of a village that names came to, and a bill beside its latest expense. */
export async function hangPhotographs(database, bucket, tree) {
	const village = tree.find(({ kind }) => kind === "village");
	if (!village) return;
	const held = await database
		.prepare(
			"select id from activity where organisation = ? and json_array_length(came) > 5 order by day desc limit 1",
		)
		.bind(village.id)
		.first();
	const used = await database
		.prepare("select id from entry where organisation = ? and kind = 'use' order by day desc limit 1")
		.bind(village.id)
		.first();
	const place = { id: village.id, name: village.name };
	const hang = async (put, of, bytes, id) => {
		const { width, height, bytes: kept } = cleaned(bytes);
		const made = { id, key: `${place.id}/${of}/${id}`, width, height };
		await bucket.put(made.key, kept, { httpMetadata: { contentType: "image/jpeg" } });
		await put(drizzle(database), place, of, made, { id, madeFrom: "demonstration", by: village.by });
	};
	if (held)
		for (const [index, bytes] of [square, hall, table].entries())
			await hang(add, held.id, bytes, `drawn${index}`);
	if (used) await hang(addToVoucher, used.id, bill, "drawn");
}
