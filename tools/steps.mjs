// The steps that `npm run check` and `npm test` are made of. Each answers `{ name, passed, failed, text }`,
// where `text` holds the details worth reading: those of failures.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hear } from "./children.mjs";
import { built } from "./folders.mjs";

const PROJECTS = [".", "web/scripts", "test/e2e"];

/** Types: the Worker with its tests, the browser's scripts, the stories told in a browser. */
export async function types() {
	const heard = await Promise.all(
		PROJECTS.map((project, place) => {
			// What was found last time is kept beside the build, so that only what changed is looked at again.
			const known = join(built, `types-${place}.tsbuildinfo`);
			return hear("tsc", [
				...["--noEmit", "--pretty", "false", "-p", project],
				// Several checkers would each work out the same types: on two cores that takes three times the processor.
				"--singleThreaded",
				...["--incremental", "--tsBuildInfoFile", known],
			]);
		}),
	);
	return outcome("types", heard);
}

/** Lint and format, in one pass that changes nothing. */
export async function lint() {
	return outcome("lint", [await hear("biome", ["check", "--error-on-warnings", "."])]);
}

function outcome(name, heard) {
	const bad = heard.filter(({ code }) => code !== 0);
	return {
		name,
		passed: bad.length === 0 ? 1 : 0,
		failed: bad.length === 0 ? 0 : 1,
		text: bad.map(({ text }) => text.trim()).join("\n"),
	};
}

/** The tests of one vitest project. A skipped test, a file that fails to load and a run of no test are failures too. */
export async function tests(project) {
	const folder = mkdtempSync(join(tmpdir(), "huijia-"));
	const report = join(folder, "report.json");
	const { code, text } = await hear("vitest", [
		"run",
		`--project=${project}`,
		"--reporter=dot",
		"--reporter=json",
		`--outputFile.json=${report}`,
		"--silent=passed-only",
	]);
	const counted = count(report);
	rmSync(folder, { recursive: true });
	const unexplained = counted.failed === 0 && (code !== 0 || counted.passed === 0);
	const failed = unexplained ? 1 : counted.failed;
	return { name: `${project} tests`, passed: counted.passed, failed, text: failed ? text.trim() : "" };
}

/** The tests of several projects, one after the other. */
export async function inTurn(...projects) {
	const results = [];
	for (const project of projects) results.push(await tests(project));
	return results;
}

function count(report) {
	try {
		const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
			readFileSync(report, "utf8"),
		);
		const broken = testResults.filter(
			({ status, assertionResults }) =>
				status === "failed" && !assertionResults.some((test) => test.status === "failed"),
		);
		return {
			passed: numPassedTests,
			failed: numFailedTests + numPendingTests + numTodoTests + broken.length,
		};
	} catch {
		// No report: vitest itself fell, and what it said is shown.
		return { passed: 0, failed: 0 };
	}
}

/** Runs steps one after the other, telling each outcome and what the step took; ends the program with the sum as its last line. */
export async function tell(steps) {
	let passed = 0;
	let failed = 0;
	for (const step of steps) {
		const began = performance.now();
		const results = [await step()].flat(2);
		const seconds = Math.round((performance.now() - began) / 1000);
		for (const result of results) {
			passed += result.passed;
			failed += result.failed;
			if (result.text) console.log(`\n${result.text}\n`);
			console.log(
				`${result.failed ? "✗" : "✓"} ${result.name}: ${result.passed} passed, ${result.failed} failed`,
			);
		}
		console.log(`  ${seconds} s`);
	}
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
