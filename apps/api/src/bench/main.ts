import "reflect-metadata";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../db/client";
import { openEmbedded } from "../db/embedded";
import { buildDemo } from "../demo/network";
import { PROJECT_ROOT } from "../paths";
import { listenBare, type BareOrder } from "./bare";
import type { Pace } from "./compare";
import { measureNetwork } from "./measure";
import { buildNetwork } from "./network";
import { AS_BARE_SERVER, buildApi } from "./processes";
import { reportMarkdown } from "./report";
import { NATIONAL, REGIONAL, type Scale } from "./scale";

interface Plan {
  readonly scale: Scale;
  /** How long the small network and the large one are asked for. */
  readonly small: Pace;
  readonly large: Pace;
}

const WHOLE: Plan = { scale: NATIONAL, small: { rounds: 5, roundMs: 250, enoughMs: 4_000 }, large: { rounds: 12, roundMs: 300, enoughMs: 8_000 } };
const QUICK: Plan = { scale: REGIONAL, small: { rounds: 2, roundMs: 150, enoughMs: 1_000 }, large: { rounds: 3, roundMs: 200, enoughMs: 1_500 } };

const say = (line: string) => process.stderr.write(`${line}\n`);

if (process.argv.includes(AS_BARE_SERVER)) {
  process.once("message", (order) => void listenBare(order as BareOrder).then((port) => process.send?.(port)));
} else {
  await bench(process.argv.includes("--quick"));
}

async function bench(quick: boolean): Promise<void> {
  const start = performance.now();
  const loadBefore = recentLoad();
  await buildApi();
  const folder = mkdtempSync(join(tmpdir(), "network-bench-"));
  chmodSync(folder, 0o755);
  const server = await openEmbedded(folder);
  try {
    const { scale, small, large } = quick ? QUICK : WHOLE;
    const runs = [
      await measureNetwork(server.url, "demo", buildDemo(), small, say),
      await measureNetwork(server.url, "generated", buildNetwork(scale), large, say),
    ];
    const seconds = (performance.now() - start) / 1000;
    const report = reportMarkdown({ runs, postgres: await postgresVersion(server.url), seconds, load: [loadBefore, recentLoad()] });
    process.stdout.write(`${report}\n`);
    if (!quick) writeFileSync(join(PROJECT_ROOT, "docs/benchmarks.md"), report);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of the last five minutes. */
function recentLoad(): number {
  return loadavg()[1] ?? 0;
}

async function postgresVersion(url: string): Promise<string> {
  const { sql, end } = connect(url, { max: 1 });
  const [row] = await sql<{ version: string }[]>`select split_part(current_setting('server_version'), ' ', 1) as version`;
  await end();
  return row?.version ?? "";
}
