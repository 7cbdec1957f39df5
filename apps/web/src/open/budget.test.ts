import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { OPEN_PAGES, pageAt } from "./pages";

const SITE = fileURLToPath(new URL("../../dist/site", import.meta.url));

interface Part {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = (): Readonly<Record<string, Part>> => JSON.parse(readFileSync(join(SITE, ".vite/manifest.json"), "utf8")) as Record<string, Part>;

/** A part of the build with all that comes with it before it runs. */
function closure(parts: Readonly<Record<string, Part>>, name: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of parts[name]?.imports ?? []) closure(parts, other, found);
  return found;
}

/** What a light page loads, in files. */
function filesOf(parts: Readonly<Record<string, Part>>, page: string): string[] {
  const names = new Set([...closure(parts, "open.html"), ...closure(parts, page)]);
  const files = [...names].flatMap((name) => [parts[name]?.file ?? "", ...(parts[name]?.css ?? [])]);
  return [...new Set(["open.html", "scheme.js", ...files])].filter((file) => file !== "");
}

const KB = 1024;
const MOST_BYTES = 120 * KB;

describe.runIf(existsSync(join(SITE, ".vite/manifest.json")))("what the light pages load", () => {
  const parts = manifest();
  const pages = parts["open.html"]?.dynamicImports ?? [];

  test("is every page of the registry, each as a part of its own", () => {
    expect(pages).toHaveLength(OPEN_PAGES.length);
  });

  test.each(pages)("%s is under 120 kB with all that comes with it", (page) => {
    const sizes = filesOf(parts, page).map((file) => gzipSync(readFileSync(join(SITE, file))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });

  test.each(pages)("%s brings no widget kit, no client cache, no charts", (page) => {
    expect(filesOf(parts, page).filter((file) => /mantine|data-|Chart|index-/.test(file))).toEqual([]);
  });
});

describe("the address of a light page", () => {
  test("names its page, and a link's token where one follows", () => {
    expect(pageAt("/ask")?.page.path).toBe("/ask");
    expect(pageAt("/ask/")?.token).toBe("");
    expect(pageAt("/my/abc-_1")).toMatchObject({ token: "abc-_1", page: { path: "/my" } });
  });

  test.each(["/", "/my", "/my/", "/my/a/b", "/asks", "/ask/x"])("%s leads to none", (path) => {
    expect(pageAt(path)).toBeNull();
  });
});
