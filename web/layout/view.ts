import type { Act, Post } from "../../worker/roles/may";
import type { Status } from "../../worker/tables/ground";
import type { Language } from "../../worker/values/language";

/** The organisation whose pages these are, as navigation and headings need it. */
export type PlaceView = {
	id: string;
	name: string;
	kind: string;
	status: Status;
	practice: boolean;
	parentName: string | null;
	may: readonly Act[];
};

/** What every page knows besides its own facts. */
export type View = {
	language: Language;
	/** Path and query of this page, so that the language switch leads back to it. */
	path: string;
	/** The civil day in the root's time zone, `YYYY-MM-DD`. */
	today: string;
	/** The whole installation is a demonstration: every page says so. */
	demonstration: boolean;
	reader: { name: string; post: Post | null } | null;
	place: PlaceView | null;
	/** What the last act did, in words, shown once. */
	flash: string | null;
};

/** The props of a page: a function of its facts. */
export type Page<Facts> = { facts: Facts; view: View };
