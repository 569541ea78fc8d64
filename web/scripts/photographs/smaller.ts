/** The longest side of what is sent, in pixels, and what it may weigh at most, in characters of base64. */
const side = 1600;
const most = 700_000;

/** A photograph drawn again, smaller: what the camera wrote beside it is gone. Answers base64 of a JPEG. */
export async function smaller(file: File): Promise<string> {
	const drawn = await read(file);
	const scale = Math.min(1, side / Math.max(drawn.width, drawn.height));
	const canvas = document.createElement("canvas");
	canvas.width = Math.max(1, Math.round(drawn.width * scale));
	canvas.height = Math.max(1, Math.round(drawn.height * scale));
	const context = canvas.getContext("2d");
	if (!context) throw new Error("no canvas");
	// What is seen through in a PNG is paper.
	context.fillStyle = "#fff";
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(drawn, 0, 0, canvas.width, canvas.height);
	for (const quality of [0.78, 0.6, 0.4, 0.2]) {
		const [, picture = ""] = canvas.toDataURL("image/jpeg", quality).split(",");
		if (picture.length <= most) return picture;
	}
	throw new Error("too large");
}

/** Old browsers read a picture only from an address; both turn it the way the camera was held. */
async function read(file: File): Promise<ImageBitmap | HTMLImageElement> {
	if ("createImageBitmap" in window) return createImageBitmap(file);
	const reader = new FileReader();
	await new Promise((resolve, reject) => {
		reader.onload = resolve;
		reader.onerror = reject;
		reader.readAsDataURL(file);
	});
	const image = new Image();
	await new Promise((resolve, reject) => {
		image.onload = resolve;
		image.onerror = reject;
		image.src = String(reader.result);
	});
	return image;
}
