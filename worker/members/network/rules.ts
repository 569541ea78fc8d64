type Member = { id: string; name: string; group: string | null; households: number };
type Group = { id: string; name: string; leader: string | null };
type Network = { groups: readonly Group[]; members: readonly Member[]; loose: number };

/** Stands for the members who are in no group. */
export const noGroup = "none";

const sum = (members: readonly Member[]) => members.reduce((all, { households }) => all + households, 0);

/** The members of a group, or those in none of today's. */
export function membersIn({ groups, members }: Network, id: string): Member[] {
	const standing = new Set(groups.map((group) => group.id));
	return members.filter(({ group }) =>
		id === noGroup ? group === null || !standing.has(group) : group === id,
	);
}

/** An association with what is around it: its groups, or its members where it has none; and what is to be done. */
export function association(network: Network) {
	const { groups, members, loose } = network;
	const sized = groups.map((group) => {
		const theirs = membersIn(network, group.id);
		return { ...group, members: theirs.length, households: sum(theirs) };
	});
	return {
		groups: sized,
		members: groups.length === 0 ? members.map(({ id, name, households }) => ({ id, name, households })) : [],
		totals: { members: members.length, households: sum(members) + loose },
		wanting: {
			/** Members in no group, where there are groups. */
			ungrouped: groups.length === 0 ? 0 : membersIn(network, noGroup).length,
			/** Groups with members and no leader. */
			leaderless: sized.filter(({ leader, members: size }) => leader === null && size > 0).length,
			/** Members without a household, where there are households. */
			bare: sum(members) + loose === 0 ? 0 : members.filter(({ households }) => households === 0).length,
			/** Households that no member keeps in touch with. */
			loose,
		},
	};
}
