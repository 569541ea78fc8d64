/** The product's own mark. It is never an official seal, and none is drawn anywhere. */
export const Seal = ({ href, label }: { href: string; label: string }) => (
	<a class="seal" href={href} lang="zh-CN" aria-label={label}>
		会<br />家
	</a>
);
