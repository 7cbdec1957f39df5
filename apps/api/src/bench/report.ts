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
}

/** The whole of docs/benchmarks.md. Every number in it was measured by the run that writes it. */
export function reportMarkdown({ runs, postgres, seconds }: Report): string {
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
time. They are to follow within ${PAGE_TARGETS.demo} ms at pilot size and ${PAGE_TARGETS.generated} ms at the larger one.

${runs.map(runMarkdown).join("\n")}`;
}

function rowMarkdown({ question, clients, kilobytes, statements, api, bare, ratio }: Run["measured"][number]): string {
  return `| ${question.name} | ${clients} | ${ms(api.median)} / ${ms(api.p95)} | ${ms(bare.median)} / ${ms(bare.p95)} | **${ratio.toFixed(2)}** | ${kilobytes} | ${statements} | ${api.answers} / ${bare.answers} |`;
}

function runMarkdown({ label, size, measured, pages, memory }: Run): string {
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

${pages.filter(({ api }) => api.median <= target).length} of ${pages.length} pages follow a changed filter within ${target} ms.

| page | clients | API, median / p95 ms | bare SQL, median / p95 ms | ratio | answer, KB | statements | answers timed |
| --- | --: | --: | --: | --: | --: | --: | --: |
${pages.map(rowMarkdown).join("\n")}
`;
}

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));

const memoryMarkdown = ({ before, after }: Run["memory"]): string =>
  before === null || after === null ? "" : `The API's process held ${before} MB before the run and ${after} MB after it.`;
