import type * as v from "valibot";
import { Desk } from "../layout/paper";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { chineseDay, formatDay } from "../parts/format";
import { paths } from "../paths";
import type { certificatesFacts } from "./facts";
import { words } from "./words";

/** Certificates of attendance, one a sheet. No seal is drawn; the ring is its place. */
export const CertificatesPage = ({
	facts: { activity, topics, came },
	view,
}: Page<v.InferOutput<typeof certificatesFacts>>) => {
	const say = words[view.language];
	const day = (text: string) => (view.language === "zh" ? chineseDay(text) : formatDay(text, view.language));
	const about = topics.filter(({ taught }) => taught).map((one) => one[view.language]);
	return (
		<Desk view={view} title={say.certificates} back={paths.activity(view.place?.id ?? "", activity.id)}>
			<h1 class="hidden">{say.certificates}</h1>
			{came.length === 0 && <Empty {...say.nobodyCame} />}
			{came.map(({ name }) => (
				<article class="paper certificate">
					<div>
						<h2>{say.certificate}</h2>
						<p class="to">
							<b>{name}</b> {say.comrade}
						</p>
						<p class="text">{say.attended(day(activity.day), activity.title, about)}</p>
						<p class="signed">
							<span>{view.place?.name}</span>
							<span>{day(view.today)}</span>
						</p>
					</div>
					<footer>
						<span>{activity.place}</span>
						{view.place?.practice && <b>{say.practice}</b>}
					</footer>
				</article>
			))}
		</Desk>
	);
};
