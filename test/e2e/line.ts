import { connect, createServer, type Socket } from "node:net";

/** A line to a server that can be cut in the middle of anything, as a phone's is in a hall of concrete. */
export async function lineTo(url: string) {
	const { hostname, port } = new URL(url);
	const open = new Set<Socket>();
	let whole = true;
	const line = createServer((near) => {
		if (!whole) return near.destroy();
		const far = connect(Number(port), hostname);
		for (const [one, other] of [
			[near, far],
			[far, near],
		] as const) {
			open.add(one);
			one.on("error", () => other.destroy());
			one.on("close", () => {
				open.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
		return near;
	});
	await new Promise<void>((resolve) => line.listen(0, "localhost", resolve));
	const address = line.address();
	if (!address || typeof address === "string") throw new Error("The line has no port.");
	const cut = () => {
		whole = false;
		for (const socket of open) socket.destroy();
	};
	return {
		url: `http://${hostname}:${address.port}`,
		cut,
		mend: () => {
			whole = true;
		},
		close() {
			cut();
			line.close();
		},
	};
}
