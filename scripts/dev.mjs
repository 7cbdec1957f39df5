/** Runs the API from source, again at every change, with the dashboard's development server beside it. */
import { spawn } from "node:child_process";

const beside = [
  spawn("node", ["--watch", "--import", "@oxc-node/core/register", "apps/api/src/main.ts"], { stdio: "inherit" }),
  spawn("pnpm", ["--silent", "--filter", "@arl/web", "dev"], { stdio: "inherit" }),
];

for (const child of beside) child.on("exit", () => beside.forEach((other) => other.kill()));
