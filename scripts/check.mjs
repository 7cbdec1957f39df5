/**
 * Runs every check and says how many passed: the last line is "N passed, N failed".
 * A check counts as one; a test run counts each of its tests. What could not be asked counts as neither.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const scratch = mkdtempSync(join(tmpdir(), "network-check-"));

/** Journeys wait for a browser most of their time, so two rows of them and the other tests run side by side. */
const testRuns = [
  ["tests", "--project analysis --project api --project web"],
  ["journeys", "--project journeys"],
  ["daily", "--project daily"],
];

const checks = [
  ["generated code", "pnpm --silent gen"],
  ["types", "pnpm --silent -r types"],
  ["lint", "oxlint --deny-warnings"],
  ["who imports whom", "depcruise --config .dependency-cruiser.cjs --output-type err apps packages"],
  ["dead code", "knip"],
  ["where dependencies come from", "node scripts/audit.mjs"],
  ["build", "pnpm --silent -r build"],
];

/** By this a check says that it could not be made. */
const NOT_MADE = 2;

let passed = 0;
let failed = 0;

for (const [name, command] of checks) {
  const ok = await run(command);
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? "passed" : "FAILED"}  ${name}`);
}

const advisories = await exitOf("node scripts/audit.mjs advisories", { show: true });
if (advisories === 0) passed += 1;
else if (advisories !== NOT_MADE) failed += 1;
console.log(`${{ 0: "passed ", [NOT_MADE]: "skipped" }[advisories] ?? "FAILED "} known weaknesses of dependencies`);

const runs = testRuns.map(async ([name, projects]) => {
  const report = join(scratch, `${name}.json`);
  const ok = await run(`vitest run ${projects} --reporter=default --reporter=json --outputFile.json=${report}`, { show: true });
  return { ok, ...readCounts(report) };
});
for (const { ok, ...counts } of await Promise.all(runs)) {
  passed += counts.passed;
  failed += counts.failed;
  if (!ok && counts.failed === 0) failed += 1;
}

rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

async function run(command, options) {
  return (await exitOf(command, options)) === 0;
}

/** Output is shown when asked for, or when the command fails. */
function exitOf(command, { show = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, { shell: true, stdio: show ? "inherit" : ["ignore", "pipe", "pipe"] });
    const output = [];
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.on("close", (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      done(code);
    });
  });
}
