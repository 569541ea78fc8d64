// Drawn pictures stand for the photographs of what the first village held last, put where the product itself would put them.
import { drizzle } from "drizzle-orm/d1";
import { add } from "../../worker/activities/photographs/store";
import { cleaned } from "../../worker/values/jpeg";
import hall from "./photographs/hall.jpg";
import square from "./photographs/square.jpg";
import table from "./photographs/table.jpg";

/** Hangs three pictures beside the latest activity of a village that names came to. */
export async function hangPhotographs(database, bucket, tree) {
	const village = tree.find(({ kind }) => kind === "village");
	const held = await database
		.prepare(
			"select id from activity where organisation = ? and json_array_length(came) > 5 order by day desc limit 1",
		)
		.bind(village?.id ?? "")
		.first();
	if (!held) return;
	const place = { id: village.id, name: village.name };
	for (const [index, bytes] of [square, hall, table].entries()) {
		const { width, height, bytes: kept } = cleaned(bytes);
		const made = { id: `drawn${index}`, key: `${place.id}/${held.id}/drawn${index}`, width, height };
		await bucket.put(made.key, kept, { httpMetadata: { contentType: "image/jpeg" } });
		await add(drizzle(database), place, held.id, made, {
			id: made.id,
			madeFrom: "demonstration",
			by: village.by,
		});
	}
}
