import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = join(ROOT, "apps/api/dist/.built-from");
const SOURCES = ["apps", "packages", "pnpm-lock.yaml", "tsconfig.base.json"];
const NOT_SOURCES = new Set(["node_modules", "dist", "gql"]);

/** Builds API and dashboard, unless the last build was made from the very same sources. */
export async function buildIfStale() {
  const sources = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return;
  process.stderr.write("Building …\n");
  const { status } = spawnSync("pnpm", ["--silent", "-r", "build"], { cwd: ROOT, stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    process.stderr.write("The build failed; what it printed is above.\n");
    process.exit(1);
  }
  writeFileSync(STAMP, sources);
}

/** Changes when any source file changes, comes or goes. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(filesUnder)) {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .filter((name) => !NOT_SOURCES.has(name))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
