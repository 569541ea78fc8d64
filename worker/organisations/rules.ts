/** Whether a place is the root: its path is its own id and nothing before it. */
export function isRoot(place: { id: string; path: string }): boolean {
	return place.path === `${place.id}/`;
}
