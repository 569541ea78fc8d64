import { newId } from "../new-id";
import { kept } from "../roll";

export type Tap = { id: string; person: string; came: boolean; proxy: boolean; at: number };

/** How a name stands: whether they came, and whether another signed for them. */
export type Marked = { id: string; came: boolean; proxy: boolean };

/**
 * What a phone keeps of a roll: taps to be sent, those under way under one id, how far its clock is from the server's, and who is
 * known to have come: the page that was kept may be older than that.
 */
type Kept = {
	taps: Tap[];
	sending: { id: string; taps: Tap[] } | null;
	offset: number;
	known: Marked[];
};

/** The taps of one roll, on this phone until they are acknowledged. */
export function queueOf(name: string) {
	const key = kept + name;
	let state: Kept = { taps: [], sending: null, offset: 0, known: [] };
	try {
		state = { ...state, ...(JSON.parse(localStorage.getItem(key) || "{}") as Partial<Kept>) };
	} catch {
		// A browser that keeps nothing still sends while the page is open.
	}
	let gone = false;
	addEventListener("huijia:forget", () => {
		gone = true;
	});
	const keep = () => {
		// Whoever has signed out leaves nothing, and an answer that arrives after that brings nothing back.
		if (gone) return;
		try {
			localStorage.setItem(key, JSON.stringify(state));
		} catch {
			// As above.
		}
	};
	return {
		add(person: string, came: boolean, proxy: boolean) {
			state.taps.push({ id: newId(), person, came, proxy, at: Date.now() + state.offset });
			keep();
		},
		/** Every tap that isn't acknowledged, the earliest first. */
		waiting: () => [...(state.sending?.taps ?? []), ...state.taps],
		/** The next sending: the one under way, whose answer got lost, before a new one. */
		next() {
			if (!state.sending && state.taps.length > 0) {
				state = { ...state, sending: { id: newId(), taps: state.taps }, taps: [] };
				keep();
			}
			return state.sending;
		},
		acknowledged() {
			for (const { person, came, proxy } of state.sending?.taps ?? []) {
				state.known = state.known.filter(({ id }) => id !== person);
				if (came) state.known.push({ id: person, came, proxy });
			}
			state.sending = null;
			keep();
		},
		/** Who came as far as this phone knows: as the server said last, and what it acknowledged since. */
		known: () => state.known,
		/** The server says how the roll stands. */
		told(roster: readonly Marked[]) {
			state.known = roster.flatMap(({ id, came, proxy }) => (came ? [{ id, came, proxy }] : []));
			keep();
		},
		/** The clock was wrong by so much: what wasn't taken is put right, and goes under another id. */
		clockIs(serverNow: number) {
			const offset = serverNow - Date.now();
			const by = offset - state.offset;
			const moved = this.waiting().map((tap) => ({ ...tap, id: newId(), at: tap.at + by }));
			state = { ...state, taps: moved, sending: null, offset };
			keep();
		},
		/** Learns the difference of the clocks before anything is tapped. */
		learn(serverNow: number) {
			if (this.waiting().length === 0) state.offset = serverNow - Date.now();
		},
	};
}
