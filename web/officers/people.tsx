import * as v from "valibot";
import { bandNames } from "../../worker/officers/seats/people";
import type { Language } from "../../worker/values/language";
import { formatShare } from "../parts/format";
import { Row, Rows } from "../parts/rows";
import { words } from "./words";

/** What a set of holders is: women, full-time, age bands. */
export const peopleFacts = v.object({
	people: v.number(),
	women: v.number(),
	sexKnown: v.number(),
	fullTime: v.number(),
	/** By the bands up to 35, 36–45, 46–55, 56–60, over 60, unknown. */
	ages: v.array(v.number()),
});

type Props = { people: v.InferOutput<typeof peopleFacts>; language: Language };

/** Share of women and full-time, and the age bands that somebody is in. */
export const People = ({ people, language }: Props) => {
	const say = words[language];
	const unknown = people.people - people.sexKnown;
	const share = (count: number, of: number) =>
		of === 0 ? "–" : say.share(count, formatShare(count / of, language));
	const bands = bandNames.flatMap((band, place) => {
		const count = people.ages[place] ?? 0;
		return count > 0 ? [`${say.bands[band]} ${say.persons(count)}`] : [];
	});
	return (
		<Rows>
			<Row label={say.women} note={unknown > 0 ? say.sexUnknown(unknown) : null}>
				{share(people.women, people.sexKnown)}
			</Row>
			<Row label={say.fullTimeShare}>{share(people.fullTime, people.people)}</Row>
			<Row label={say.ages}>{bands.join(language === "zh" ? "，" : ", ")}</Row>
		</Rows>
	);
};
