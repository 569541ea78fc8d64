/** A household as one line of a paste says: who speaks for it, where it lives, the member who keeps in touch. */
export type Line = { line: number; name: string; address: string | null; contact: string | null };

/** Why a line can't be taken as it is. */
export type WrongLine = { line: number; text: string; reason: LineReason };
export type LineReason = "no-name" | "too-long" | "no-such-member" | "two-of-name";

/** The most lines one paste may hold. */
export const mostLines = 300;

/**
 * Reads pasted lines: columns as a spreadsheet copies them (tabs), or with commas between. Blank lines and a line of heads
 * are passed over, and so is a line that says the same as one before.
 */
export function linesOf(text: string): { lines: Line[]; wrong: WrongLine[] } {
	const lines: Line[] = [];
	const wrong: WrongLine[] = [];
	const seen = new Set<string>();
	text.split("\n").forEach((raw, index) => {
		const line = index + 1;
		const [name = "", address = "", contact = ""] = raw.split(/[\t,，;；]/).map((part) => part.trim());
		if (raw.trim() === "" || isHead(name)) return;
		if (name === "") wrong.push({ line, text: raw.trim(), reason: "no-name" });
		else if ([...name].length > 40 || [...address].length > 80)
			wrong.push({ line, text: raw.trim().slice(0, 80), reason: "too-long" });
		else if (!seen.has(`${name}\t${address}`)) {
			seen.add(`${name}\t${address}`);
			lines.push({
				line,
				name: unspaced(name),
				address: address || null,
				contact: unspaced(contact) || null,
			});
		}
	});
	return { lines, wrong };
}

const isHead = (name: string) => /^(户主|户名|姓名|name|household)$/i.test(name);

/** Registers pad two-character names with a space so that columns look even: 曾 超 is 曾超. */
const unspaced = (name: string) => name.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");

type Named = { id: string; name: string };

/** The member of each line by name; what is wrong with those whose name is nobody's, or several people's. */
export function contactsFor(lines: readonly Line[], members: readonly Named[]) {
	const byName = Map.groupBy(members, ({ name }) => name);
	const wrong: WrongLine[] = [];
	const found = lines.map((line) => {
		const called = line.contact === null ? [] : (byName.get(line.contact) ?? []);
		if (line.contact !== null && called.length !== 1) {
			const reason = called.length === 0 ? "no-such-member" : "two-of-name";
			wrong.push({ line: line.line, text: line.contact, reason });
		}
		return { name: line.name, address: line.address, contact: called[0]?.id ?? null };
	});
	return { found, wrong };
}
