import { availableParallelism, arch, platform, totalmem } from "node:os";
import { CLIENTS, type Run } from "./measure";

/** What the API may cost over the bare statements. */
const TARGET_RATIO = 1.5;

/** Milliseconds in which a page is to follow a changed filter, on the small network and on the large. */
const PAGE_TARGETS = { demo: 100, generated: 300 } as const;

export interface Report {
  readonly runs: readonly Run[];
  readonly postgres: string;
  readonly seconds: number;
  /** Processes that wanted a processor on average in the last minutes, before the run began and at its end. */
  readonly load: readonly [before: number, after: number];
}

/**
 * What changes did, told once: another run cannot measure builds that are gone.
 */
const PAIRED = `## Changes, before and after

Builds before and after a change, over the same generated network of 100,000 sessions, for staff in turns; every answer that both gave, there
or over the demo network, was the same to the byte. Medians in milliseconds of 3 or 4 answers, for a funder of one, on a machine that had other
work to do: the ratio is what counts.

| query, whole network | before | after | ratio | what changed |
| --- | --: | --: | --: | --- |
| needPatterns, topic × month, for a funder | refused after 26,600 | 2,460 | under 0.1 | what a wide cell has beyond a narrow one is taken off by system, not counted anew |
| hurdles, for a funder | refused after 10,500 | 5,280 | under 0.5 | pairs are added up from requests read once (the statement alone took 8,300) |
| needMap | 1,620 | 815 | 0.50 | shuffles and links ask by number, and search no list |
| risingPhrases | 1,790 | 1,730 | 0.96 | it is no faster, but pauses for others every 20 ms |
| the longest wait of anybody else meanwhile | 1,900 | 340 | 0.18 | |
`;

/** The whole of docs/benchmarks.md. Every number in it, but for the paired ones, was measured by the run that writes it. */
export function reportMarkdown({ runs, postgres, seconds, load }: Report): string {
  const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${platform()} ${arch()}`;
  return `# Benchmarks

Written by \`pnpm bench\`; run it again to renew it (\`pnpm bench --quick\` prints a shorter run and writes nothing).
Measured on ${machine}, Node ${process.versions.node}, PostgreSQL ${postgres}, in ${Math.round(seconds)} s; clients, both servers and the
database shared the machine.

## How to read it

Each analysis query is asked of two servers over HTTP on the same machine, on the same database:

- **API**: this project's server as in production, asked by a signed-in member of staff for at least the fields that its page shows. It finds the
  session, opens a read-only transaction under the viewer's role, runs the statements, computes estimates and intervals,
  and writes a checked GraphQL answer.
- **bare SQL**: \`node:http\` and \`postgres\` alone. It runs the very statements that the API was seen to run for the query
  (those that open its transaction apart), with the same parameters, on one connection, and writes the rows as JSON.

The two are asked in turns, a round each, by one client and by ${CLIENTS.at(-1)} at once, each asking again as soon as it has its answer.
Times are from sending to the last byte, in milliseconds, and say as much about the machine as about the project; the
**ratio** of the medians says what the API adds to its own SQL, and is what to compare between runs. The target is ${TARGET_RATIO} at
the larger size.

**Pages** are the operations that the dashboard sends when a reader has changed a filter (rural systems alone), asked by one reader at a
time. They are to follow within ${PAGE_TARGETS.demo} ms at pilot size and ${PAGE_TARGETS.generated} ms at the larger one. The first page has no filter.
${loadMarkdown(load)}
${runs.map(runMarkdown).join("\n")}
${PAIRED}`;
}

/** A machine that others use makes every time longer; how much, its load before the run tells. */
const loadMarkdown = ([before, after]: Report["load"]): string =>
  `
Before the run ${before.toFixed(1)} processes wanted one of the machine's ${availableParallelism()} processors, in its last minutes ${after.toFixed(1)}${before > 0.5 ? ": other work ran beside it, so times are longer than they would be alone, and only ratios compare" : ""}.
`;

function rowMarkdown({ question, clients, kilobytes, statements, api, bare, ratio }: Run["measured"][number]): string {
  return `| ${question.name} | ${clients} | ${ms(api.median)} / ${ms(api.p95)} | ${ms(bare.median)} / ${ms(bare.p95)} | **${ratio.toFixed(2)}** | ${kilobytes} | ${statements} | ${api.answers} / ${bare.answers} |`;
}

function runMarkdown({ label, size, measured, pages, unanswered, memory }: Run): string {
  const whole = (value: number) => value.toLocaleString("en-US");
  const rows = measured.map(rowMarkdown);
  const target = PAGE_TARGETS[label === "demo" ? "demo" : "generated"];
  const within = measured.filter(({ ratio }) => ratio <= TARGET_RATIO).length;
  return `## ${label === "demo" ? "The demo network" : `A generated network of ${whole(size.sessions)} sessions`}

${whole(size.systems)} systems, ${whole(size.requests)} requests, ${whole(size.engagements)} engagements, ${whole(size.sessions)} sessions with ${whole(size.sessionTags)} tags of their own, ${whole(size.ratings)} ratings;
${whole(size.megabytes)} MB on disk. ${within} of ${measured.length} ratios are ${TARGET_RATIO} or less. ${memoryMarkdown(memory)}

| query | clients | API, median / p95 ms | bare SQL, median / p95 ms | ratio | answer, KB | statements | answers timed |
| --- | --: | --: | --: | --: | --: | --: | --: |
${rows.join("\n")}

${pages.filter(({ api }) => api.median <= target).length} of ${pages.length + unanswered.length} pages follow a changed filter within ${target} ms.${unanswered.map(({ page, why }) => ` ${page} was not answered at all: “${why}”`).join("")}

| page | clients | API, median / p95 ms | bare SQL, median / p95 ms | ratio | answer, KB | statements | answers timed |
| --- | --: | --: | --: | --: | --: | --: | --: |
${pages.map(rowMarkdown).join("\n")}
`;
}

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));

const memoryMarkdown = ({ before, after }: Run["memory"]): string =>
  before === null || after === null ? "" : `The API's process held ${before} MB before the run and ${after} MB after it.`;
