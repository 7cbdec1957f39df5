/**
 * Looks at what npm brings.
 *   node scripts/audit.mjs             what can be told from the files: where packages come from, and who runs scripts
 *   node scripts/audit.mjs advisories  whether any that runs in production has a known weakness, high or worse
 * Ends with 1 when something is amiss, and with 2 when the registry could not be asked.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LONGEST_MS = 30_000;
const [AMISS, NOT_ASKED] = [1, 2];

const read = (path) => readFileSync(join(ROOT, path), "utf8");

function lookAtFiles() {
  const faults = [...foreignSources(), ...looseSpecifiers(), ...unlistedScripts(), ...twoListsOfBuilds()];
  for (const fault of faults) console.log(fault);
  return faults.length === 0 ? 0 : AMISS;
}

/** Every package of the lockfile is the registry's, known by its content. */
function foreignSources() {
  const lines = read("pnpm-lock.yaml").split("\n");
  return lines.flatMap((line, index) => {
    if (!/^ {4}resolution:/.test(line)) return [];
    const isKnown = /^ {4}resolution: \{integrity: sha512-[A-Za-z0-9+/]{86}==\}$/.test(line);
    return isKnown ? [] : [`pnpm-lock.yaml:${index + 1}: ${lines[index - 1]?.trim()} is not known by a sha512 of what the registry serves`];
  });
}

/** Versions stand in the catalog, as numbers: no repository, address or folder. */
function looseSpecifiers() {
  const folders = [".", ...["apps", "packages"].flatMap((parent) => readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`))];
  const own = folders.filter((folder) => existsSync(join(ROOT, folder, "package.json"))).flatMap((folder) => {
    const manifest = JSON.parse(read(`${folder}/package.json`));
    const all = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].flatMap((kind) => Object.entries(manifest[kind] ?? {}));
    return all.filter(([, version]) => !/^(catalog:|workspace:\*)$/.test(version)).map(([name, version]) => `${folder}/package.json: ${name} asks for ${version}, not for the catalog's`);
  });
  const catalog = /\ncatalog:\n((?: {2}.*\n)+)/.exec(read("pnpm-workspace.yaml"))?.[1] ?? "";
  const versions = catalog.trimEnd().split("\n").filter((line) => !/^ {2}"?[@\w/.-]+"?: \^?\d+\.\d+\.\d+[\w.-]*$/.test(line));
  return [...own, ...versions.map((line) => `pnpm-workspace.yaml: ${line.trim()} is not a version's number`)];
}

const listed = (name) => new RegExp(`\\n${name}:\\n((?: {2}.*\\n)+)`).exec(read("pnpm-workspace.yaml"))?.[1]?.trimEnd().split("\n") ?? [];
const decided = () => new Map(listed("allowBuilds").map((line) => /^ {2}"?([^":]+)"?: (true|false)$/.exec(line)?.slice(1) ?? [line, "?"]));

/** Packages that would run scripts as they are installed are named, each with a decision. */
function unlistedScripts() {
  const store = join(ROOT, "node_modules/.pnpm");
  const builds = decided();
  const names = readdirSync(store).flatMap((entry) => {
    const name = /^(.+?)@\d/.exec(entry)?.[1]?.replace("+", "/");
    const manifest = name && join(store, entry, "node_modules", name, "package.json");
    if (!manifest || !existsSync(manifest)) return [];
    const { scripts = {} } = JSON.parse(readFileSync(manifest, "utf8"));
    return ["preinstall", "install", "postinstall"].some((step) => step in scripts) && !builds.has(name) ? [name] : [];
  });
  return [...new Set(names)].map((name) => `${name} has a script that runs when it is installed; decide on it under allowBuilds in pnpm-workspace.yaml`);
}

/** Two versions of pnpm read the same decisions under two names. */
function twoListsOfBuilds() {
  const allowed = [...decided()].filter(([, yes]) => yes === "true").map(([name]) => name);
  const named = listed("onlyBuiltDependencies").map((line) => line.replace(/^ {2}- "?([^"]+)"?$/, "$1"));
  return allowed.toSorted().join() === named.toSorted().join() ? [] : ["pnpm-workspace.yaml: allowBuilds and onlyBuiltDependencies do not allow the same"];
}

async function askRegistry() {
  const report = await pnpmAudit();
  if (report === null) {
    console.log("The registry could not be asked for advisories: whether a dependency has a known weakness is not known.");
    return NOT_ASKED;
  }
  const severe = Object.values(report.advisories ?? {}).filter(({ severity }) => severity === "high" || severity === "critical");
  for (const { module_name: name, severity, title, patched_versions: mended } of severe) console.log(`${name}: ${severity}: ${title}; mended in ${mended}`);
  return severe.length === 0 ? 0 : AMISS;
}

/** The registry's answer; null where there is none in time. What it says of itself is not passed on. */
function pnpmAudit() {
  return new Promise((done) => {
    const child = spawn("pnpm", ["audit", "--prod", "--audit-level", "high", "--json"], { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"], timeout: LONGEST_MS, shell: process.platform === "win32" });
    let text = "";
    child.stdout.on("data", (chunk) => (text += chunk));
    child.on("error", () => done(null));
    child.on("close", () => done(reportIn(text)));
  });
}

function reportIn(text) {
  try {
    const report = JSON.parse(text);
    return report.advisories === undefined ? null : report;
  } catch {
    return null;
  }
}

process.exitCode = process.argv[2] === "advisories" ? await askRegistry() : lookAtFiles();
