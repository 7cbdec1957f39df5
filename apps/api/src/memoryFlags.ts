import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "./paths";

/**
 * What `npm start` tells Node of memory, for measuring the server as it is run. Left alone, Node takes what the machine
 * has before it tidies up.
 */
export function memoryFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8")) as { scripts: Record<string, string> };
  return scripts["start"]?.match(/--max-[\w-]+=\d+/g) ?? [];
}
