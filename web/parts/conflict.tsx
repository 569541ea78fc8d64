import type { FormState } from "../../worker/http/body";
import type { Language } from "../../worker/values/language";

const words = {
	zh: "这张表刚才已经保存过一次，内容和现在的不一样。先前那一条没有动。下面是您现在填的，要另存为新的一条，就再点一次保存。",
	en: "This form was saved once already, with other contents; that record is untouched. Below is what you typed now: press save again to keep it as a new one.",
};

/** Says that a form's id was used by another body, and offers to save this one as new. */
export const Conflict = ({ form, language }: { form: FormState; language: Language }) =>
	form.conflict ? (
		<div class="errors" role="alert">
			<p>{words[language]}</p>
		</div>
	) : null;
