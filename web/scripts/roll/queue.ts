import { newId } from "../new-id";
import { kept } from "../roll";

export type Tap = { id: string; person: string; came: boolean; proxy: boolean; at: number };

/** What a phone keeps of a roll: taps to be sent, those under way under one id, and how far its clock is from the server's. */
type Kept = { taps: Tap[]; sending: { id: string; taps: Tap[] } | null; offset: number };

/** The taps of one roll, on this phone until they are acknowledged. */
export function queueOf(name: string) {
	const key = kept + name;
	let state: Kept = { taps: [], sending: null, offset: 0 };
	try {
		state = { ...state, ...(JSON.parse(localStorage.getItem(key) || "{}") as Partial<Kept>) };
	} catch {
		// A browser that keeps nothing still sends while the page is open.
	}
	const keep = () => {
		try {
			if (state.taps.length === 0 && state.sending === null) localStorage.removeItem(key);
			else localStorage.setItem(key, JSON.stringify(state));
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
			state.sending = null;
			keep();
		},
		/** The clock was wrong by so much: what wasn't taken is put right, and goes under another id. */
		clockIs(serverNow: number) {
			const offset = serverNow - Date.now();
			const by = offset - state.offset;
			const moved = this.waiting().map((tap) => ({ ...tap, id: newId(), at: tap.at + by }));
			state = { taps: moved, sending: null, offset };
			keep();
		},
		/** Learns the difference of the clocks before anything is tapped. */
		learn(serverNow: number) {
			if (this.waiting().length === 0) state.offset = serverNow - Date.now();
		},
	};
}
