// The browser that the stories in test/e2e are told in: found, or installed where that is possible, never skipped.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = [
	"chromium",
	"chromium-browser",
	"google-chrome",
	"google-chrome-stable",
	"microsoft-edge",
	"microsoft-edge-stable",
];
const ELSEWHERE = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const PACKAGES = ["chromium", "fonts-noto-cjk"];

/** The path of a browser, or undefined. `CHROME_PATH` goes first; a wrong one is an error, not a reason to look further. */
export function findBrowser() {
	const named = process.env.CHROME_PATH;
	if (named && !existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
	return named || onPath(NAMES) || ELSEWHERE.find(existsSync);
}

/** Makes sure of a browser and of Chinese type; throws the one command to run when it can't. */
export function provideBrowser() {
	const missing = [];
	if (!findBrowser()) missing.push(PACKAGES[0]);
	if (!hasChineseType()) missing.push(PACKAGES[1]);
	if (missing.length === 0) return;
	if (onPath(["apt-get"]) && process.getuid?.() === 0) install(missing);
	else if (missing.includes(PACKAGES[0])) throw new Error(`npm test needs a browser. Run:\n  ${command()}`);
	else console.warn(`No Chinese type is installed, so pictures will show boxes. To mend it: ${command()}`);
}

function install(packages) {
	console.log(`Installing ${packages.join(" and ")} …`);
	const apt = (...args) =>
		spawnSync("apt-get", ["-qq", ...args], {
			stdio: ["ignore", "ignore", "inherit"],
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		}).status;
	if (apt("update") !== 0 || apt("install", "-y", "--no-install-recommends", ...packages) !== 0) {
		throw new Error(`The browser could not be installed. Run:\n  ${command()}`);
	}
}

function command() {
	if (onPath(["apt-get"])) {
		const sudo = process.getuid?.() === 0 ? "" : "sudo ";
		return `${sudo}apt-get update && ${sudo}apt-get install -y ${PACKAGES.join(" ")}`;
	}
	if (onPath(["dnf"])) return "sudo dnf install -y chromium google-noto-sans-cjk-fonts";
	if (onPath(["pacman"])) return "sudo pacman -S --noconfirm chromium noto-fonts-cjk";
	if (process.platform === "darwin") return "brew install --cask google-chrome";
	if (process.platform === "win32") return "winget install Google.Chrome";
	return "CHROME_PATH=/path/to/chromium npm test";
}

function hasChineseType() {
	if (process.platform !== "linux") return true;
	return Boolean(spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" }).stdout?.trim());
}

function onPath(names) {
	for (const name of names) {
		for (const folder of (process.env.PATH ?? "").split(delimiter)) {
			try {
				accessSync(join(folder, name), constants.X_OK);
				return join(folder, name);
			} catch {
				// Not in this folder; the next may have it.
			}
		}
	}
}
