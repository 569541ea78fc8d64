import { paths } from "../../web/paths";
import type { Place } from "../http/door";
import { markOf, shortHead } from "./chain";

/** What a paper shows of its place in the chain: the mark, and the address that its code leads to. */
export function codeOf(
	url: string,
	place: Pick<Place, "id">,
	{ id, hash }: { id: string; hash: string | null },
) {
	return {
		mark: hash && shortHead(hash),
		check: hash && new URL(paths.entryCheck(place.id, id, markOf(hash)), url).href,
	};
}
