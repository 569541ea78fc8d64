import * as v from "valibot";
import { idSchema } from "../../values/id";
import { many } from "../../values/typed";

/** The most members whose attendance one form may carry. */
export const mostNames = 1000;

const ids = v.pipe(
	many(mostNames),
	v.transform((texts) => texts.flatMap((text) => text.split(/\s+/)).filter(Boolean)),
	v.maxLength(mostNames, `too-many ${mostNames}`),
	v.everyItem((id) => v.is(idSchema, id), "not-an-id"),
);

/** Who came, as ticked, and who was ticked when the page was shown: what counts is the difference. */
export const attendanceSchema = v.object({ id: idSchema, came: ids, before: ids });
