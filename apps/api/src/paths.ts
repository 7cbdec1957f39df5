import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the whole project, whether this runs from source or from a build. */
export const PROJECT_ROOT = findUpwards(dirname(fileURLToPath(import.meta.url)));

/** Reference data that the repository ships: the framework, states, the universe of districts. */
export const REFERENCE_DATA = join(PROJECT_ROOT, "data");

export const MIGRATIONS = join(PROJECT_ROOT, "apps/api/drizzle");

/** The dashboard's files, open to all. */
export const WEB_BUILD = join(PROJECT_ROOT, "apps/web/dist/site");

/** The dashboard's operations, which the server knows by their ids. */
export const WEB_DOCUMENTS = join(PROJECT_ROOT, "apps/web/dist/documents.json");

function findUpwards(folder: string): string {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("The project's folder (the one with pnpm-workspace.yaml) was not found.");
  return findUpwards(parent);
}
