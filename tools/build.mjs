// Makes what a browser loads: one style, one script and its lazy parts, under names that change with their
// content, beside the static pages as they are. The Worker learns the names from `.built/names.ts`.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build as bundle } from "esbuild";
import { assets, built, root } from "./folders.mjs";

const SECURITY = {
	"X-Content-Type-Options": "nosniff",
	"Referrer-Policy": "same-origin",
	"X-Frame-Options": "DENY",
	"Strict-Transport-Security": "max-age=31536000",
};

/** Builds everything into `.built`; touches no file whose content is what it was. */
export async function build() {
	const made = await bundled();
	const files = new Map(made.outputs.map((file) => [file.path, file.contents]));
	const pages = staticFiles(join(root, "web/static"));
	for (const [path, content] of pages) files.set(join(assets, path), content);
	files.set(join(assets, "_headers"), headers([...pages]));
	files.set(join(built, "names.ts"), names(made.style, made.script));
	for (const [path, content] of files) write(path, content);
	for (const path of walk(assets)) if (!files.has(path)) rmSync(path);
}

async function bundled() {
	const { outputFiles, metafile } = await bundle({
		absWorkingDir: root,
		entryPoints: ["web/styles/app.css", "web/scripts/app.ts"],
		outdir: assets,
		entryNames: "[name]-[hash]",
		chunkNames: "[name]-[hash]",
		bundle: true,
		minify: true,
		splitting: true,
		plugins: [unzipHere],
		format: "esm",
		target: "es2019",
		charset: "utf8",
		metafile: true,
		write: false,
		logLevel: "warning",
	});
	const address = (entry) => {
		const [path] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry);
		return `/${relative(assets, join(root, path))}`;
	};
	return {
		outputs: outputFiles,
		style: address("web/styles/app.css"),
		script: address("web/scripts/app.ts"),
	};
}

/**
 * The reader of workbooks unzips large ones in Workers made from text, which our content security policy doesn't allow: it is
 * given an unzip that works where it stands.
 */
const unzipHere = {
	name: "unzip-here",
	setup({ onResolve, onLoad, resolve }) {
		onResolve({ filter: /^fflate$/ }, ({ importer }) =>
			/read-excel-file/.test(importer) ? { path: "fflate", namespace: "unzip-here" } : null,
		);
		onLoad({ filter: /.*/, namespace: "unzip-here" }, async () => {
			const { path } = await resolve("fflate", { kind: "import-statement", resolveDir: root });
			return {
				contents: `export * from ${JSON.stringify(path)};
					import { unzipSync } from ${JSON.stringify(path)};
					export const unzip = (archive, done) => {
						try { done(null, unzipSync(archive)); } catch (error) { done(error); }
					};`,
				resolveDir: root,
			};
		});
	},
};

function staticFiles(folder) {
	if (!existsSync(folder)) return new Map();
	return new Map(walk(folder).map((path) => [relative(folder, path), readFileSync(path)]));
}

const names = (style, script) =>
	`export const style = ${JSON.stringify(style)};\nexport const script = ${JSON.stringify(script)};\n`;

/** Cloudflare reads this file; a static page is allowed exactly the inline style and script that it carries. */
function headers(pages) {
	const rules = [rule("/*", SECURITY)];
	for (const kind of ["css", "js"]) {
		rules.push(rule(`/*.${kind}`, { "Cache-Control": "public, max-age=31536000, immutable" }));
	}
	for (const [path, content] of pages) {
		if (path.endsWith(".html")) {
			rules.push(
				rule(`/${path.replace(/(index)?\.html$/, "")}`, { "Content-Security-Policy": policy(content) }),
			);
		}
	}
	return `${rules.join("\n")}\n`;
}

function rule(path, fields) {
	return [path, ...Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
}

function policy(page) {
	const hashes = (tag) =>
		[...page.toString().matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, "g"))].map(
			([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
		);
	const only = (tag) => hashes(tag).join(" ") || "'none'";
	return `default-src 'none'; style-src ${only("style")}; script-src ${only("script")}; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

function walk(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function write(path, content) {
	const bytes = Buffer.from(content);
	if (existsSync(path) && readFileSync(path).equals(bytes)) return;
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, bytes);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
