/** A QR code. Scripts draw it; without them (and for whoever cannot scan) the address stands there as text. */
export const Qr = ({ text, label }: { text: string; label: string }) => (
	<div class="qr" data-qr={text} data-label={label}>
		<code>{text}</code>
	</div>
);
