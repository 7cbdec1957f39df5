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
import { simulate } from "./simulate";

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
    /** Writes the report anew from the results that are there. */
    report: { type: "boolean", default: false },
  },
});
const [networks, alike, seed] = [values.networks, values.alike, values.seed].map(Number) as [number, number, number];
if (![networks, alike, seed].every((each) => Number.isSafeInteger(each) && each > 0)) throw new Error("--networks, --alike and --seed take whole numbers over 0.");

const JSON_FILE = join(PROJECT_ROOT, "docs/validation.json");
const say = (line: string) => process.stderr.write(`${line}\n`);

if (values.part !== undefined) {
  const calls: Calls = values.calls === "alike" ? "alike" : "apart";
  const own = Array.from({ length: networks }, (_, number) => number).filter((number) => number % PARTS === Number(values.part));
  process.send?.(await simulate({ calls, numbers: own, seed, say }));
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
  const marks = new Marks();
  for (const part of await Promise.all(Array.from({ length: PARTS }, (_, at) => runPart(calls, count, at)))) marks.add(part);
  return setResultsOf(marks, count);
}

function runPart(calls: Calls, count: number, part: number): Promise<Marks> {
  const child = fork(fileURLToPath(import.meta.url), ["--calls", calls, "--networks", String(count), "--seed", String(seed), "--part", String(part)]);
  return new Promise((done, failed) => {
    child.once("message", (marks) => {
      done(marks as Marks);
      child.disconnect();
    });
    child.once("exit", (code) => code !== 0 && failed(new Error(`Part ${part} of ${calls} ended with ${String(code)}.`)));
  });
}
