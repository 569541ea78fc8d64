/**
 * `data-goes-on` on a form that does one part of a longer work: sends it, and the next, until the work is done, and shows how
 * far it is. Where the network fails it tries again; the button is there all the while.
 */
export async function goOn() {
	const form = document.querySelector<HTMLFormElement>("form[data-goes-on]");
	if (!form) return;
	try {
		const fields = typedIn(form);
		// A page that leads elsewhere is left to the browser, so that what it has to say is said there.
		await fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
		const answer = await fetch(location.href, { redirect: "manual" });
		if (answer.type === "opaqueredirect") return location.replace(location.href);
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		const next = page.querySelector<HTMLFormElement>("form[data-goes-on]");
		if (!answer.ok || !next) return;
		// The same part again: whatever stood in its way, it gets a moment.
		const isFurther = String(typedIn(next)) !== String(fields);
		form.replaceWith(next);
		setTimeout(goOn, isFurther ? 0 : 3000);
	} catch {
		setTimeout(goOn, 3000);
	}
}

function typedIn(form: HTMLFormElement): URLSearchParams {
	const fields = new URLSearchParams();
	for (const [name, value] of new FormData(form)) fields.append(name, String(value));
	return fields;
}
