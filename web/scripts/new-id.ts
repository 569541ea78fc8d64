/** A fresh id of 80 random bits, as the server makes them. */
export const newId = () =>
	Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		"0123456789abcdefghjkmnpqrstvwxyz".charAt(byte & 31),
	).join("");
