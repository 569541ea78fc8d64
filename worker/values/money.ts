/** An amount of money in whole fen; never a fraction, never above 10^12. */
export type Fen = number;

/** The largest amount one entry may carry: 10,000,000.00 yuan. */
export const largestFen: Fen = 1_000_000_000;

/**
 * Reads an amount in yuan as people type it ("10", "10.5", "１０．００", "1,200.00") into fen.
 * Digits are shifted as text, so that no amount ever passes through a floating-point number.
 * @returns null when the text is not an amount of at most two decimals.
 */
export function fenOf(text: string): Fen | null {
	const plain = text.normalize("NFKC").replace(/[,\s¥￥元]/g, "");
	const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
	if (!parts) return null;
	return Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
}

/** Fen as yuan for a form field: "10" or "10.50". */
export function yuanText(fen: Fen): string {
	const sign = fen < 0 ? "-" : "";
	const digits = String(Math.abs(fen)).padStart(3, "0");
	const [yuan, rest] = [digits.slice(0, -2), digits.slice(-2)];
	return rest === "00" ? `${sign}${yuan}` : `${sign}${yuan}.${rest}`;
}
