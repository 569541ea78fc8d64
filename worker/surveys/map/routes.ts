import { paths } from "../../../web/paths";
import { mapSheet } from "../../../web/surveys/files";
import { MapPage, mapFacts } from "../../../web/surveys/map";
import { words } from "../../../web/surveys/words";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { may } from "../../middleware/may";
import { waveFactsOf } from "../wave/facts";
import { waveOf } from "../wave/store";
import { mapOf, mostNodes } from "./rules";
import { nodesBelow, publishedBelow } from "./store";

/** The whole tree of a closed wave at one look, by verdict. */
export const maps = room().get(
	paths.waveMap(":organisation", ":wave"),
	may("see"),
	describe({ summary: "The tree of a closed survey by verdict", answers: mapFacts }),
	async (c) => {
		const { db, place, today, language } = c.var;
		const id = c.req.param("wave");
		const [[row], nodes] = await db.batch([waveOf(db, place, id), publishedBelow(db, place, id)]);
		if (!row?.tables) return problem(c, 404, "not-found");
		const { asked: _asked, published: _published, ...wave } = waveFactsOf(row, today);
		const all = nodes.length > mostNodes ? await nodesBelow(db, place, id) : nodes.length;
		const shown = nodes.slice(0, mostNodes);
		const facts = { wave, nodes: mapOf(shown, row.target), left: all - shown.length };
		const format = formatOf(c);
		return format
			? file(c, format, mapSheet(facts.nodes, words[language].days(wave), language))
			: face(c, { schema: mapFacts, page: MapPage }, facts);
	},
);
