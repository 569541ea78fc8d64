import { chance } from "../demo/random.mjs";

/** A district of so many members: one village of 410, the others of 60 to 250, about twenty to a township. */
export function growTree(members) {
	const luck = chance(`tree ${members}`);
	const root = { id: "jx", parent: null, path: "jx/", kind: "district", name: "锦溪区", ...nobody };
	const tree = [root];
	let township;
	for (let left = members, place = 1; left > 0; place++) {
		if (place % 20 === 1) {
			const id = `t${Math.ceil(place / 20)}`;
			township = {
				id,
				parent: "jx",
				path: `jx/${id}/`,
				kind: "township",
				name: `第${id.slice(1)}镇`,
				...nobody,
			};
			tree.push(township);
		}
		const size = Math.min(left, place === 1 ? 410 : luck.between(60, 250));
		const id = `v${place}`;
		const adults = luck.between(400, 2600);
		const people = { adults, households: Math.round(adults / 2.4), members: size };
		const seat = {
			parent: township.id,
			path: `${township.path}${id}/`,
			kind: "village",
			name: `第${place}村`,
		};
		tree.push({ id, ...seat, ...people });
		left -= size;
	}
	return tree;
}

const nobody = { adults: null, households: null, members: null };
