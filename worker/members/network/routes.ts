import {
	NetworkGroupPage,
	NetworkMemberPage,
	NetworkPage,
	networkFacts,
	networkGroupFacts,
	networkMemberFacts,
} from "../../../web/members/network/page";
import { paths } from "../../../web/paths";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { problem } from "../../http/problem";
import { may } from "../../middleware/may";
import { householdsOf } from "../elsewhere";
import { holdsOn } from "../rules";
import { memberOf } from "../store";
import { association, membersIn, noGroup } from "./rules";
import { networkOf } from "./store";

/** The network of an association: from it to its groups, their members, the households each keeps in touch with. */
export const networks = room()
	.get(
		paths.network(":organisation"),
		may("see"),
		describe({ summary: "The association and its groups, and what is wanting", answers: networkFacts }),
		async (c) => {
			const network = await networkOf(c.var.db, c.var.place, c.var.today);
			return face(c, { schema: networkFacts, page: NetworkPage }, association(network));
		},
	)
	.get(
		paths.networkGroup(":organisation", ":group"),
		may("see"),
		describe({ summary: "A group and its members; `none`: those in no group", answers: networkGroupFacts }),
		async (c) => {
			const network = await networkOf(c.var.db, c.var.place, c.var.today);
			const id = c.req.param("group");
			const group = network.groups.find((one) => one.id === id) ?? null;
			const members = membersIn(network, id);
			if (!group && (id !== noGroup || members.length === 0)) return problem(c, 404, "not-found");
			return face(
				c,
				{ schema: networkGroupFacts, page: NetworkGroupPage },
				{ group, members: members.map(({ id, name, households }) => ({ id, name, households })) },
			);
		},
	)
	.get(
		paths.networkMember(":organisation", ":member"),
		may("see"),
		describe({ summary: "A member and their households", answers: networkMemberFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const id = c.req.param("member");
			const [[member], households] = await db.batch([memberOf(db, place, id), householdsOf(db, place, id)]);
			if (!member || !holdsOn(member, today)) return problem(c, 404, "not-found");
			const group = member.smallGroup ? { id: member.smallGroup, name: member.groupName ?? "" } : null;
			return face(
				c,
				{ schema: networkMemberFacts, page: NetworkMemberPage },
				{
					member: { id: member.id, name: member.name, telephone: member.telephone },
					group,
					households,
				},
			);
		},
	);
