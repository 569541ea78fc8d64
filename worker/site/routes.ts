import * as v from "valibot";
import { paths } from "../../web/paths";
import { PrivacyPage } from "../../web/site/privacy";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { face } from "../http/face";

const nothing = v.object({});

/** Pages for everybody. */
export const site = room().get(
	paths.privacy(),
	describe({ summary: "What is kept about whom, and for how long", answers: nothing, open: true }),
	(c) => face(c, { schema: nothing, page: PrivacyPage }, {}),
);
