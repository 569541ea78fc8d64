/**
 * Every column that names a person, and what becomes of it when two records are joined. A test walks the schema and wants
 * each of them here, so that a table made later can't be forgotten.
 *
 * moved: rewritten from the one who is gone to the one who is kept. merged: see `mergedPeriods`. made anew: worked out from
 * other rows. waited for: nobody with such a row is joined. stays: it says who did or decided something then, or can't be changed; `person.same_as` leads on from there.
 */
export const personColumns = {
	"person.same_as": "moved",
	"membership.person": "merged",
	"seek.person": "made anew",
	"activity.came": "made anew",
	"attendance.person": "moved",
	"absence.person": "stays",
	"numbering.people": "stays",
	"postponement.made_by": "stays",
	"cancellation.made_by": "stays",
	"invitation.made_by": "stays",
	"co_holder.holder": "names an organisation",
	"invitation.holder": "names an organisation",
	"co_holder.made_by": "stays",
	"allocation.person": "moved",
	"holder.person": "moved",
	"session.person": "moved",
	"link.person": "moved",
	"link.made_by": "moved",
	"recovery.person": "moved",
	"household.contact": "moved",
	"transfer.person": "moved",
	"transfer_waiting.person": "waited for",
	"consent.person": "moved",
	"change.subject": "moved",
	"entry.person": "stays",
	"entry.years": "stays",
	"joining.kept": "stays",
	"joining.gone": "stays",
	"distinct_pair.one": "made anew",
	"distinct_pair.other": "made anew",
	"erasure.person": "stays",
	"change.by": "stays",
	"application.id": "stays",
	"decision.decided_by": "stays",
	"intake_chunk.rows": "stays",
	"letter.holder": "stays",
	"closing.closed_by": "stays",
	"collection.made_by": "stays",
	"consent.made_by": "stays",
	"distinct_pair.made_by": "stays",
	"entry.made_by": "stays",
	"erasure.made_by": "stays",
	"holder.made_by": "stays",
	"intake.made_by": "stays",
	"intake_end.made_by": "stays",
	"joining.made_by": "stays",
	"letter.made_by": "stays",
	"merger.made_by": "stays",
	"organisation.made_by": "stays",
	"separation.made_by": "stays",
	"settlement.made_by": "stays",
	"split.made_by": "stays",
	"stage.made_by": "stays",
	"term.made_by": "stays",
	"transfer.made_by": "stays",
	"transfer_end.made_by": "stays",
	"wave.made_by": "stays",
} as const satisfies Record<
	string,
	"moved" | "merged" | "made anew" | "waited for" | "stays" | "names an organisation"
>;

/**
 * Where a column is simply rewritten: the rest of the row's key, and whether the table is found by organisation. Rows of
 * `attendance` may meet a row of the other's; all the others have keys of their own.
 */
export const rewritten = [
	{ table: "allocation", column: "person", keys: ["organisation", "year", "entry"], within: true },
	{ table: "holder", column: "person", keys: ["organisation", "id"], within: false },
	{ table: "session", column: "person", keys: ["hash"], within: false },
	{ table: "link", column: "person", keys: ["hash"], within: false },
	{ table: "link", column: "made_by", keys: ["hash"], within: false },
	{ table: "recovery", column: "person", keys: ["hash"], within: false },
	{ table: "household", column: "contact", keys: ["organisation", "id"], within: true },
	{ table: "transfer", column: "person", keys: ["organisation", "id"], within: true },
	{ table: "consent", column: "person", keys: ["organisation", "id"], within: true },
	{ table: "change", column: "subject", keys: ["organisation", "id"], within: true },
	{ table: "person", column: "same_as", keys: ["id"], within: false },
] as const;
