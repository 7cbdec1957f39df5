import "reflect-metadata";
import { fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PROJECT_ROOT } from "../paths";
import { Marks } from "./marks";
import type { Calls } from "./plan";
import { reportMarkdown } from "./report";
import { resultsOf, setResultsOf, type Results, type SetResults } from "./results";
import { PARTS_ASKED, simulate } from "./simulate";
import { coverageOf } from "./tally";

/** Processes at once: the reference machine has two processors. */
const PARTS = 2;

const { values } = parseArgs({
  options: {
    /** Networks whose calls are apart, and networks whose calls are alike. */
    networks: { type: "string", default: "200" },
    alike: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    /** Which of PARTS this process is, and of which set; it hands its marks to the one that started it. */
    part: { type: "string" },
    calls: { type: "string", default: "apart" },
    /** Asks about these alone, of set A, and prints their coverage instead of writing the report: some of PARTS_ASKED, with commas between. */
    only: { type: "string" },
    /** Writes the report anew from the results that are there. */
    report: { type: "boolean", default: false },
  },
});
const [networks, alike, seed] = [values.networks, values.alike, values.seed].map(Number) as [number, number, number];
if (![networks, alike, seed].every((each) => Number.isSafeInteger(each) && each > 0)) throw new Error("--networks, --alike and --seed take whole numbers over 0.");

const asked = values.only?.split(",");
const only = PARTS_ASKED.filter((part) => asked?.includes(part) ?? true);
if (asked && only.length !== asked.length) throw new Error(`--only takes some of ${PARTS_ASKED.join(",")}.`);

const JSON_FILE = join(PROJECT_ROOT, "docs/validation.json");
const say = (line: string) => process.stderr.write(`${line}\n`);

if (values.part !== undefined) {
  const calls: Calls = values.calls === "alike" ? "alike" : "apart";
  const own = Array.from({ length: networks }, (_, number) => number).filter((number) => number % PARTS === Number(values.part));
  process.send?.(await simulate({ calls, numbers: own, seed, only, say }));
} else if (asked) {
  printCoverage(await runMarks("apart", networks));
} else {
  const results = values.report ? (JSON.parse(readFileSync(JSON_FILE, "utf8")) as Results) : await run();
  writeFileSync(join(PROJECT_ROOT, "docs/validation.md"), reportMarkdown(results));
}

async function run(): Promise<Results> {
  const began = performance.now();
  const results = resultsOf(seed, { apart: await runSet("apart", networks), alike: await runSet("alike", alike) });
  writeFileSync(JSON_FILE, `${JSON.stringify(results, null, 1)}\n`);
  say(`${networks} and ${alike} networks in ${((performance.now() - began) / 60_000).toFixed(1)} minutes.`);
  return results;
}

async function runSet(calls: Calls, count: number): Promise<SetResults> {
  return setResultsOf(await runMarks(calls, count), count);
}

function printCoverage({ marked }: Marks): void {
  for (const [estimate, own] of Map.groupBy(marked, (each) => each.estimate)) {
    const { intervals, coverage, tooLow, tooHigh } = coverageOf(estimate, own);
    process.stdout.write(`${JSON.stringify({ estimate, intervals, ...coverage, tooLow, tooHigh })}\n`);
  }
}

async function runMarks(calls: Calls, count: number): Promise<Marks> {
  const marks = new Marks();
  for (const part of await Promise.all(Array.from({ length: PARTS }, (_, at) => runPart(calls, count, at)))) marks.add(part);
  return marks;
}

function runPart(calls: Calls, count: number, part: number): Promise<Marks> {
  const child = fork(fileURLToPath(import.meta.url), ["--calls", calls, "--networks", String(count), "--seed", String(seed), "--part", String(part), "--only", only.join(",")]);
  return new Promise((done, failed) => {
    child.once("message", (marks) => {
      done(marks as Marks);
      child.disconnect();
    });
    child.once("exit", (code) => code !== 0 && failed(new Error(`Part ${part} of ${calls} ended with ${String(code)}.`)));
  });
}
