/** Who was newly ticked and who was unticked. Two who mark a list at once each send only their own, so both stand. */
export function differenceOf(before: readonly string[], now: readonly string[]) {
	const [known, ticked] = [new Set(before), new Set(now)];
	return {
		added: [...ticked].filter((person) => !known.has(person)),
		removed: [...known].filter((person) => !ticked.has(person)),
	};
}
