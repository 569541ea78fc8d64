import { type Hold, mayGive, type Post } from "../roles/may";

/** What stands behind a link, as the store found it. */
export type Behind = {
	link:
		| {
				kind: "owner" | "post" | "device";
				name: string | null;
				post: Post | null;
				organisation: string | null;
				/** The posts that whoever it is for holds there by now, separated by commas. */
				held: string;
				leads: number;
		  }
		| undefined;
	/** How whoever made it reaches that organisation today. */
	maker: readonly Hold[];
	root: { name: string } | undefined;
};

/** The way in that a link opens: founding everything, owning it, taking a post, or signing in on another device. */
export type WayIn = {
	kind: "founder" | "owner" | "post" | "device";
	name: string;
	post: Post | null;
	organisation: string | null;
};

/**
 * Which way in a link opens; none when it was used or has expired, or opens more by now than whoever made it could give. An
 * owner's link founds while nothing stands yet.
 */
export function wayIn({ link, root, maker }: Behind): WayIn | null {
	if (!link || (link.kind === "post" && !couldGive(link, maker))) return null;
	const name = link.name ?? "";
	if (link.kind === "owner") {
		return { kind: root ? "owner" : "founder", name, post: "owner", organisation: root?.name ?? null };
	}
	return { kind: link.kind, name, post: link.post, organisation: link.organisation };
}

/** Whether whoever made a link could give all that it opens today: its post, and what its person holds there besides. */
function couldGive({ post, held, leads }: NonNullable<Behind["link"]>, maker: readonly Hold[]): boolean {
	const posts = [post, ...held.split(",")].filter((one): one is Post => Boolean(one));
	return posts.every((one) => mayGive(maker, one, leads === 1));
}

const devices: readonly [RegExp, string][] = [
	[/MicroMessenger/, "WeChat 微信"],
	[/iPad/, "iPad"],
	[/iPhone/, "iPhone"],
	[/Android/, "Android"],
	[/Windows/, "Windows"],
	[/Macintosh/, "Mac"],
	[/Linux/, "Linux"],
];

/** A short name for a device, all that is kept of its User-Agent. */
export function deviceOf(agent: string): string {
	return devices.find(([pattern]) => pattern.test(agent))?.[1] ?? "?";
}
