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

const capitalDigits = "零壹贰叁肆伍陆柒捌玖";
const capitalPlaces = ["", "拾", "佰", "仟"];
const capitalGroups = ["", "万", "亿"];

/**
 * An amount in the capital numerals that a Chinese receipt must carry: 1030 fen is 壹拾元叁角.
 * Source: 正确填写票据和结算凭证的基本规定 (Measures for Payment and Settlement, annex 1).
 */
export function capitalsOf(fen: Fen): string {
	const digits = String(fen).padStart(3, "0");
	const [yuan, rest] = [Number(digits.slice(0, -2)), Number(digits.slice(-2))];
	const [jiao, cents] = [Number(digits.at(-2)), Number(digits.at(-1))];
	const whole = yuan > 0 ? `${wholeCapitals(yuan)}元` : "";
	if (rest === 0) return `${whole || "零元"}整`;
	const zero = yuan > 0 && jiao === 0 ? "零" : "";
	return `${whole}${zero}${jiao > 0 ? `${capitalDigits[jiao]}角` : ""}${cents > 0 ? `${capitalDigits[cents]}分` : "整"}`;
}

/** Groups of four digits, each with its own name; zeros between digits are read once. */
function wholeCapitals(yuan: number): string {
	const digits = [...String(yuan)];
	let text = "";
	let zero = false;
	digits.forEach((digit, index) => {
		const place = digits.length - 1 - index;
		if (digit === "0") zero = true;
		else {
			text += `${zero ? "零" : ""}${capitalDigits[Number(digit)]}${capitalPlaces[place % 4]}`;
			zero = false;
		}
		const groupHasDigits = digits.slice(Math.max(0, index - 3), index + 1).some((one) => one !== "0");
		if (place % 4 === 0 && place > 0 && groupHasDigits) {
			text += capitalGroups[place / 4];
			zero = false;
		}
	});
	return text;
}
