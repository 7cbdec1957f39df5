/** Builds the API and kills it and its database while fifty people write; see docs/durability.md. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../apps/api/src/crash/main.ts", import.meta.url));
const { status } = spawnSync(process.execPath, ["--import", "@oxc-node/core/register", main, ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? 1;
