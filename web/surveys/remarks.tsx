import type * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Field } from "../parts/field";
import { Filters, Search } from "../parts/filters";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Pager } from "../parts/pager";
import { paths, withQuery } from "../paths";
import type { remarksFacts } from "./remarks-facts";
import { words } from "./remarks-words";
import { words as surveys } from "./words";

type Facts = v.InferOutput<typeof remarksFacts>;
type Props = { facts: Facts; view: View };

/** What people wrote, apart from everything else they answered: to be read, searched, tagged. */
export const RemarksPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { wave, count } = facts;
	return (
		<Shell view={view} title={say.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.title}
					sub={[
						view.place?.name,
						<span class="unbroken">{surveys[view.language].days(wave)}</span>,
						count !== null && say.found(count),
					]}
					back={{ href: paths.wave(organisation, wave.id), label: surveys[view.language].backToWave }}
				/>
				<p class="prose">{count !== null ? say.note : wave.state === "closed" ? say.withheld : say.notYet}</p>
				{count !== null && (
					<>
						<Ways facts={facts} view={view} />
						<Texts facts={facts} view={view} />
						{facts.hides && <Hiding facts={facts} view={view} />}
						<Hidings facts={facts} view={view} />
					</>
				)}
			</div>
		</Shell>
	);
};

const here = ({ facts, view }: Props) => paths.waveRemarks(view.place?.id ?? "", facts.wave.id);

/** The search and the tags. */
const Ways = ({ facts, view }: Props) => {
	const say = words[view.language];
	const address = here({ facts, view });
	const tabs = [
		{ href: address, label: say.all, count: facts.count, chosen: !facts.tag && !facts.search },
		...facts.tags.map(({ tag, texts }) => ({
			href: withQuery(address, { tag }),
			label: tag,
			count: texts,
			chosen: facts.tag === tag,
		})),
	];
	return (
		<>
			<Search
				action={address}
				name="q"
				value={facts.search}
				label={say.searchLabel}
				placeholder={say.searchPlaceholder}
				button={say.search}
			/>
			{facts.tags.length > 0 && <Filters label={say.tags} tabs={tabs} language={view.language} />}
		</>
	);
};

/** The texts; whoever may tag them has a box at each, and the form below. */
const Texts = ({ facts, view }: Props) => {
	const say = words[view.language];
	const address = here({ facts, view });
	const { texts, page, pages, search, tag, tends, tagging } = facts;
	const searched = search !== "" || tag !== "";
	const ticked = [tagging.typed.remarks ?? []].flat();
	const list = (
		<ul class={tends ? "remarks ticked" : "remarks"}>
			{texts.map(({ remark, text, tags }) => (
				<li>
					{tends && (
						<input
							type="checkbox"
							name="remarks"
							value={remark}
							checked={ticked.includes(String(remark))}
							aria-label={say.tick(remark + 1)}
						/>
					)}
					<div>
						{text}
						{tags.length > 0 && <small>{tags.map((one) => `#${one}`).join(" ")}</small>}
					</div>
				</li>
			))}
		</ul>
	);
	const pager = (
		<Pager
			shown={searched ? say.found(texts.length) : say.page(page, pages)}
			next={!searched && page < pages ? withQuery(address, { page: page + 1 }) : null}
			nextLabel={say.next}
		/>
	);
	if (texts.length === 0) return <p class="note">{say.none}</p>;
	if (!tends)
		return (
			<section>
				{list}
				{facts.more && <p class="note">{say.more}</p>}
				{pager}
			</section>
		);
	const off = tag !== "";
	const field = fieldOf(tagging, view.language);
	return (
		<section>
			<Conflict form={tagging} language={view.language} />
			<Form
				language={view.language}
				plain
				second
				action={withQuery(paths.waveRemarkTags(view.place?.id ?? "", facts.wave.id), {
					page: !searched && page > 1 ? page : null,
					q: search || null,
					tag: tag || null,
				})}
				id={tagging.id}
				problems={problemsOf(tagging, view.language)}
				submit={off ? say.takeOff : say.putOn}
			>
				{list}
				{facts.more && <p class="note">{say.more}</p>}
				<h3>{off ? say.untagHeading(tag) : say.tagHeading}</h3>
				{off ? (
					<>
						<input type="hidden" name="tag" value={tag} />
						<input type="hidden" name="off" value="on" />
					</>
				) : (
					<>
						<Field {...field("tag")} label={say.tag} hint={say.tagHint} maxlength={20} list="tags" />
						<datalist id="tags">
							{facts.tags.map((one) => (
								<option value={one.tag} />
							))}
						</datalist>
					</>
				)}
			</Form>
			{pager}
		</section>
	);
};

/** The form that hides a name for good. */
const Hiding = ({ facts, view }: Props) => {
	const say = words[view.language];
	const field = fieldOf(facts.hiding, view.language);
	return (
		<section>
			<Heading>{say.hideHeading}</Heading>
			<Conflict form={facts.hiding} language={view.language} />
			<p class="prose">{say.hideLead}</p>
			<Form
				language={view.language}
				second
				action={paths.waveRemarkHidings(view.place?.id ?? "", facts.wave.id)}
				id={facts.hiding.id}
				problems={problemsOf(facts.hiding, view.language)}
				submit={say.hide}
				confirm={say.hideConfirm}
			>
				<Field {...field("name")} label={say.name} hint={say.nameHint} maxlength={20} />
			</Form>
		</section>
	);
};

/** Who hid a name and when, so that nobody hides an opinion unseen. */
const Hidings = ({ facts, view }: Props) => {
	const say = words[view.language];
	if (facts.hidings.length === 0) return null;
	return (
		<section>
			<Heading>{say.hidings}</Heading>
			<ul>
				{facts.hidings.map(({ day, by, texts }) => (
					<li>
						{formatDay(day, view.language, "short")} {say.hiding(by ?? say.somebody, texts)}
					</li>
				))}
			</ul>
		</section>
	);
};
