import { daysAfter } from "../../worker/values/day";
import { inventPerson } from "./people.mjs";
import { chance } from "./random.mjs";

/** The posts that an organisation of a kind has filled; members hold those of a village, people of their own the rest. */
const POSTS = {
	district: ["owner", "staff", "chair", "secretary-general"],
	township: ["staff", "chair", "vice-chair"],
	village: ["secretary-general", "chair", "group-leader", "council-member"],
	enterprise: ["secretary-general", "chair"],
	migrants: ["secretary-general", "chair"],
};

/** Who holds which post in an organisation: `{ post, person, since, isNew }`. */
export function inventOfficers(organisation, members, today) {
	const luck = chance(`officers ${organisation.id}`);
	const ready = members.filter((one) => one.to === null && one.from < daysAfter(today, -1500));
	return POSTS[organisation.kind].map((post, place) => ({
		id: luck.id(),
		post,
		person: ready[place * 3] ?? inventPerson(luck, organisation, today),
		since: daysAfter(today, -luck.between(400, 1400)),
		isNew: ready[place * 3] === undefined,
	}));
}

export const holderColumns = ["organisation", "id", "person", "post", "from_day"];
