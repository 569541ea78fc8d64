/** Which budgets a job's cost passes, in words; an empty list when it keeps them all. */
export function passed({ budget }, cost) {
	const rows = budget.rowsReadEach ? budget.rowsRead + budget.rowsReadEach * cost.shown : budget.rowsRead;
	const bytes = budget.bytesEach ? budget.bytesEach * Math.max(1, cost.shown / 60) : budget.bytes;
	return [
		over("round trips", cost.trips, budget.trips),
		over("queries", cost.queries, budget.queries),
		over("rows read", cost.rowsRead, rows),
		over("rows written", cost.rowsWritten, budget.rowsWritten),
		over("bytes", cost.bytes, bytes),
	].filter(Boolean);
}

const over = (what, value, most) => (value > most ? `${what} ${value} > ${Math.floor(most)}` : null);
