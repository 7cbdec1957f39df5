/** The command line. Outside the pinned runtime it goes there first; inside, it builds what has changed and runs. */
import { spawnSync } from "node:child_process";

const PINNED = ["-y", "-p", "node@24", "-p", "pnpm@10.34.9", "-c"];

if (process.versions.node.startsWith("24.") && process.env.npm_config_user_agent?.startsWith("pnpm/")) {
  const { buildIfStale } = await import("./build.mjs");
  await buildIfStale();
  await import("../apps/api/dist/arl.js");
} else {
  const words = process.argv.slice(2).map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const command = `pnpm --silent install --frozen-lockfile --prefer-offline >&2 && pnpm --silent arl ${words.join(" ")}`;
  const env = { ...process.env, ARL_TYPED_IN: process.env.INIT_CWD ?? process.cwd() };
  const { status } = spawnSync("npx", [...PINNED, command], { stdio: "inherit", env, shell: process.platform === "win32" });
  process.exitCode = status ?? 1;
}
