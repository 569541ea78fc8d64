import { type NeverHeld, neverHeld } from "../fields/rules";

// Whoever helps with a thing says nothing of themselves by it: 健康宣传, 关爱女孩, 陪护病人 are what volunteers do.
const services =
	/宣传|服务|宣讲|咨询|关爱|陪护|照护|照料|看护|辅导|帮扶|帮忙|探望|接送|急救|保健|care|service|counsel|teach|tutor|help|publicity|visit|first aid|nursing/i;

/** What a tag would say of a member that is never held; null for a tag that may stand. */
export function neverMarked(name: string): NeverHeld | null {
	return services.test(name) ? null : neverHeld(name);
}
