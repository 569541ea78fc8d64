/** `data-confirm` on a form: asks its question before the form is sent. */
export function askBeforeSending() {
	document.addEventListener("submit", (event) => {
		const question = (event.target as HTMLElement).dataset.confirm;
		if (question && !window.confirm(question)) event.preventDefault();
	});
}
