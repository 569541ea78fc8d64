import * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { words } from "./photographs-words";

/** A photograph by its id, and how large it is drawn, in pixels. */
export const photographSized = v.object({ id: v.string(), width: v.number(), height: v.number() });
type Photograph = v.InferOutput<typeof photographSized>;

type PicturesProps = {
	photographs: readonly Photograph[];
	/** The address of one. */
	at: (id: string) => string;
	/** What one is called for those who don't see it, by its place. */
	alt: (place: number) => string;
};

type AlbumProps = PicturesProps & {
	language: Language;
	/** Where one is taken away, and the id of the removal; nothing for whoever may not. */
	removal: { at: (id: string) => string; id: string } | null;
};

/** Photographs, each at its full width, with a way to take one away. */
export const Album = ({ photographs, at, alt, removal, language }: AlbumProps) => {
	const say = words[language];
	if (photographs.length === 0) return <p class="note">{say.none}</p>;
	return (
		<ul class="photographs">
			{photographs.map(({ id, width, height }, index) => (
				<li>
					<img src={at(id)} alt={alt(index + 1)} width={width} height={height} loading="lazy" />
					{removal && (
						<form method="post" action={removal.at(id)} data-once data-confirm={say.confirm}>
							<input type="hidden" name="id" value={removal.id} />
							<button type="submit" class="plain">
								{say.remove}
							</button>
						</form>
					)}
				</li>
			))}
		</ul>
	);
};

type ThumbnailsProps = PicturesProps & { href: string; language: Language };

/** The same in small, as one link to them all. */
export const Thumbnails = ({ photographs, at, alt, href, language }: ThumbnailsProps) => {
	if (photographs.length === 0) return <p class="note">{words[language].none}</p>;
	return (
		<a class="photographs small" href={href}>
			{photographs.map(({ id, width, height }, index) => (
				<img src={at(id)} alt={alt(index + 1)} width={width} height={height} loading="lazy" />
			))}
		</a>
	);
};

/** The field that adds photographs at an address; what makes them small and sends them is a script's. */
export const AddPhotographs = ({ to, hint, language }: { to: string; hint: string; language: Language }) => {
	const { sending, failed, unreadable, scripts, choose } = words[language];
	return (
		<>
			<noscript>
				<p class="note">{scripts}</p>
			</noscript>
			<div
				class="field adding"
				hidden
				data-photographs={to}
				data-words={JSON.stringify({ sending, failed, unreadable })}
			>
				<label for="picture">{choose}</label>
				<p class="hint" id="picture-hint">
					{hint}
				</p>
				<input type="file" id="picture" accept="image/*" multiple aria-describedby="picture-hint" />
				<p role="status" class="note" />
			</div>
		</>
	);
};
