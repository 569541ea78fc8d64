// A small source of requests on plain sockets: cheap enough not to be what is measured.
import { connect } from "node:net";

/** One request as it goes over the line. */
export function wire({ host }, { path, method = "GET", headers = {}, body = "" }) {
	const lines = Object.entries({
		Host: host,
		...headers,
		...(body && { "Content-Length": Buffer.byteLength(body) }),
	});
	const head = lines.map(([name, value]) => `${name}: ${value}`).join("\r\n");
	return `${method} ${path} HTTP/1.1\r\n${head}\r\n\r\n${body}`;
}

/**
 * Sends `count` requests over a few connections that stay open, each the next one of `make()`; stops early after
 * `seconds`. Answers how many a second came back, all of them with a good status.
 */
export async function load(url, make, { count, connections = 8, seconds = 10 }) {
	const ends = performance.now() + seconds * 1000;
	let left = count;
	let done = 0;
	const began = performance.now();
	await Promise.all(
		Array.from({ length: connections }, () =>
			talk(
				url,
				() => (left-- > 0 && performance.now() < ends ? make() : null),
				() => done++,
			),
		),
	);
	return done / ((performance.now() - began) / 1000);
}

function talk(url, next, count) {
	return new Promise((resolve, reject) => {
		const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
		let heard = "";
		const send = () => {
			const request = next();
			if (request === null) socket.end();
			else socket.write(request);
		};
		socket.setEncoding("latin1");
		socket.on("connect", send);
		socket.on("error", reject);
		socket.on("close", resolve);
		socket.on("data", (text) => {
			heard += text;
			if (!isWhole(heard)) return;
			if (!/^HTTP\/1\.1 (200|303)/.test(heard)) return socket.destroy(new Error(heard.slice(0, 300)));
			heard = "";
			count();
			send();
		});
	});
}

function isWhole(heard) {
	const end = heard.indexOf("\r\n\r\n");
	if (end < 0) return false;
	const length = /\r\ncontent-length: (\d+)/i.exec(heard.slice(0, end));
	if (length) return heard.length >= end + 4 + Number(length[1]);
	return !/\r\ntransfer-encoding: chunked/i.test(heard.slice(0, end)) || heard.endsWith("0\r\n\r\n");
}
