// A Worker that is asked once, to fill the database from where the product itself would: no statement crosses a process.
import { openDoors } from "./doors.mjs";
import { fill } from "./fill.mjs";
import { readTree } from "./tree.mjs";

export default {
	async fetch(_request, { DB, PHOTOGRAPHS: bucket }) {
		return Response.json(await openDoors(DB, await fill(DB, readTree(), { lives: true, bucket })));
	},
};
