import { Desk } from "../layout/paper";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { chineseDay, formatDay } from "../parts/format";
import { Qr } from "../parts/qr";
import { paths } from "../paths";
import type { CertificatesFacts } from "./facts";
import { words } from "./words";

/** Certificates of attendance, one a sheet; those who came and have none are given theirs with one button. No seal is drawn; the ring is its place. */
export const CertificatesPage = ({ facts, view }: Page<CertificatesFacts>) => {
	const say = words[view.language];
	const { activity, topics, certificates, waiting, form } = facts;
	const about = topics.filter(({ taught }) => taught).map((one) => one[view.language]);
	const issues = waiting > 0 && view.place?.may.includes("record activities");
	return (
		<Desk
			view={view}
			title={say.certificates}
			back={paths.activity(view.place?.id ?? "", activity.id)}
			aside={
				issues && (
					<form method="post" action={paths.certificates(view.place?.id ?? "", activity.id)} data-once>
						<input type="hidden" name="id" value={form.id} />
						<button type="submit" class="stamp">
							{say.issueCertificates(waiting)}
						</button>
						<span class="note">{say.issueHint}</span>
					</form>
				)
			}
		>
			<h1 class="hidden">{say.certificates}</h1>
			<Conflict form={form} language={view.language} />
			{certificates.length === 0 && <Empty {...(waiting === 0 ? say.nobodyCame : say.noneIssued(waiting))} />}
			{certificates.map((one) => (
				<Certificate one={one} activity={activity} about={about} view={view} />
			))}
		</Desk>
	);
};

type OneProps = {
	one: CertificatesFacts["certificates"][number];
	activity: CertificatesFacts["activity"];
	about: readonly string[];
	view: View;
};

const Certificate = ({ one, activity, about, view }: OneProps) => {
	const say = words[view.language];
	const day = (text: string) => (view.language === "zh" ? chineseDay(text) : formatDay(text, view.language));
	return (
		<article class="paper certificate">
			<div>
				<h2>{say.certificate}</h2>
				<p class="to">
					<b>{one.name}</b> {say.comrade}
				</p>
				<p class="text">{say.attended(day(activity.day), activity.title, about)}</p>
				<p class="signed">
					<span>{view.place?.name}</span>
					<span>{day(one.issuedOn)}</span>
				</p>
			</div>
			<footer>
				<span>{say.certificateNumber(one.year, one.number)}</span>
				{view.place?.practice ? (
					<b>{say.practice}</b>
				) : (
					<>
						<small>{say.scan}</small>
						<Qr text={one.address} label={say.scan} />
					</>
				)}
			</footer>
		</article>
	);
};
