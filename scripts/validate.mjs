/** Simulates networks whose truth is known, and holds what the API says of them against it; see docs/validation.md. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../apps/api/src/validation/main.ts", import.meta.url));
const { status } = spawnSync(process.execPath, ["--import", "@oxc-node/core/register", main, ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? 1;
