import { Mark } from "../parts/mark";
import type { View } from "./view";

/** What the last act did, in words, shown once at the top of the page it led to. */
export const Flash = ({ view }: { view: View }) =>
	view.flash && (
		<p class="flash" role="status">
			<Mark shape="solid" /> {view.flash}
		</p>
	);
