/** Builds the API and turns ten thousand hostile operations, and then an ordinary load, against it; see docs/operations.md. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../apps/api/src/hostile/main.ts", import.meta.url));
const { status } = spawnSync(process.execPath, ["--import", "@oxc-node/core/register", main, ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? 1;
