// Keeps the page of a roll and what it is made of, so that it opens without network. Its scope is one roll's address; nothing
// else passes here but the style and scripts of that page. Signing out deletes all of it (scripts/roll.ts).
const kept = "roll";
const isMade = (url) => /\/[\w-]+-[A-Z0-9]{8}\.(js|css)$/.test(url.pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
	const addresses = event.data.keep;
	event.waitUntil(
		caches.open(kept).then((cache) =>
			Promise.all(
				addresses.map((address) =>
					fetch(address, { credentials: "same-origin" })
						.then((answer) => (answer.ok && !answer.redirected ? cache.put(address, answer) : undefined))
						.catch(() => undefined),
				),
			),
		),
	);
});

self.addEventListener("fetch", (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== "GET" || url.origin !== self.location.origin) return;
	if (isMade(url)) {
		// Their names change with their content, so what is kept is right.
		event.respondWith(caches.match(request).then((found) => found || fetch(request)));
	} else if (request.mode === "navigate") {
		event.respondWith(
			fetch(request)
				.then((answer) => {
					if (answer.ok && !answer.redirected) {
						const copy = answer.clone();
						event.waitUntil(caches.open(kept).then((cache) => cache.put(request, copy)));
					}
					return answer;
				})
				.catch(() => caches.match(request, { ignoreVary: true }).then((found) => found || Response.error())),
		);
	}
});
