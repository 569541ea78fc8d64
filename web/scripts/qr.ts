/** `data-qr="…"`: draws that text as a QR code; the drawing code is only loaded where a page has one. */
export async function drawCodes() {
	const places = document.querySelectorAll<HTMLElement>("[data-qr]");
	if (places.length === 0) return;
	const { encode } = await import("uqr");
	for (const place of places) {
		const code = encode(place.dataset.qr || "", { ecc: "M", border: 2 });
		place.replaceChildren(picture(code.data, place.dataset.label || ""));
	}
}

function picture(rows: boolean[][], label: string): SVGSVGElement {
	const space = "http://www.w3.org/2000/svg";
	const svg = document.createElementNS(space, "svg");
	svg.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
	svg.setAttribute("role", "img");
	svg.setAttribute("aria-label", label);
	svg.setAttribute("shape-rendering", "crispEdges");
	const path = document.createElementNS(space, "path");
	path.setAttribute("d", rows.map(rowPath).join(""));
	svg.append(path);
	return svg;
}

function rowPath(row: boolean[], y: number): string {
	return row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("");
}
