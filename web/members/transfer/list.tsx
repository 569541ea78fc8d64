import * as v from "valibot";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Empty } from "../../parts/empty";
import { Files } from "../../parts/files";
import { formatDay } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { Register } from "../../parts/table";
import { paths } from "../../paths";
import { transferShown } from "./show";
import { words } from "./words";

export const transferListFacts = v.object({
	coming: v.array(transferShown),
	going: v.array(transferShown),
	ended: v.array(transferShown),
});
type Facts = v.InferOutput<typeof transferListFacts>;

/** Who waits to be received here, who is on the way elsewhere, and what is done. */
export const TransferListPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const lists = [
		{ title: say.coming, rows: facts.coming },
		{ title: say.going, rows: facts.going },
		{ title: say.ended, rows: facts.ended },
	].filter(({ rows }) => rows.length > 0);
	return (
		<Shell view={view} title={say.listTitle} here="members">
			<Masthead
				title={say.listTitle}
				sub={[view.place?.name]}
				back={{ href: paths.members(organisation), label: say.back }}
			/>
			{lists.length === 0 && <Empty {...say.nothing} />}
			{lists.map(({ title, rows }) => (
				<section>
					<Heading note={String(rows.length)}>{title}</Heading>
					<Waiting title={title} rows={rows} view={view} />
				</section>
			))}
			{lists.length > 0 && (
				<p class="actions quiet">
					<Files href={paths.transfers(organisation)} view={view} />
				</p>
			)}
		</Shell>
	);
};

type WaitingProps = { title: string; rows: Facts["coming"]; view: View };

const Waiting = ({ title, rows, view }: WaitingProps) => {
	const say = words[view.language];
	const href = (id: string) => paths.transfer(view.place?.id ?? "", id);
	return (
		<Register
			caption={title}
			rows={rows}
			columns={[
				{ head: say.name, cell: (row) => <a href={href(row.id)}>{row.name}</a>, tight: true },
				{
					head: say.other,
					cell: (row) => (row.side === "receiving" ? say.comesFrom(row.from) : say.leavesFor(row.to)),
				},
				{
					head: say.offeredOn,
					cell: (row) => formatDay(row.endedOn ?? row.offeredOn, view.language, "dotted"),
				},
				{
					head: say.state,
					cell: (row) =>
						row.outcome === "waiting" && row.side === "receiving" ? (
							<a href={href(row.id)} aria-label={`${say.look}: ${row.name}`}>
								{say.look}
							</a>
						) : (
							say.states[row.outcome]
						),
				},
			]}
		/>
	);
};
