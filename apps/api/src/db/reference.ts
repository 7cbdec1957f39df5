import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { NOT_IN_FRAMEWORK, type Region } from "@arl/schema/enums";
import { frameworkVersions, frameworkVersionTopics, topics } from "../network/framework/topic.table";
import { states, universeCounts } from "../network/directory/state.table";
import { REFERENCE_DATA } from "../paths";
import type { Database } from "./client";

interface FrameworkTopic {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
}

interface FrameworkDomain extends FrameworkTopic {
  readonly topics: readonly FrameworkTopic[];
}

/**
 * The framework that the repository ships is the first version of a new network, and nothing to one that has a version:
 * from there on staff make the next ones, and no later start may undo what they did.
 */
const FIRST_VERSION = { id: 1, label: "Starting framework", publishedAt: new Date("2020-05-01T00:00:00-04:00") };

const OUTSIDE = {
  code: NOT_IN_FRAMEWORK,
  kind: "outside" as const,
  label: "Not in the framework",
  definition: "A need that no topic of the framework names. It feeds the list of emerging themes.",
  domainCode: null,
};

/** Writes framework, states and universe counts where they are missing. Safe to repeat. */
export async function loadReference(db: Database): Promise<void> {
  await loadTopics(db);
  await loadStates(db);
  await loadUniverse(db);
}

async function loadTopics(db: Database): Promise<void> {
  const [there] = await db.select().from(frameworkVersions).limit(1);
  if (there) return;
  const domains: FrameworkDomain[] = JSON.parse(readFileSync(join(REFERENCE_DATA, "framework.json"), "utf8"));
  const rows = [
    ...domains.flatMap((domain) => [
      { code: domain.code, kind: "domain" as const, label: domain.label, definition: domain.definition, domainCode: null },
      ...domain.topics.map(({ code, label, definition }) => ({
        code,
        kind: "topic" as const,
        label,
        definition,
        domainCode: domain.code,
      })),
    ]),
    OUTSIDE,
  ].map((row, position) => ({ ...row, position }));
  await db.transaction(async (tx) => {
    await tx.insert(topics).values(rows);
    await tx.insert(frameworkVersions).values(FIRST_VERSION);
    await tx.insert(frameworkVersionTopics).values(rows.map(({ code, label, definition, domainCode, position }) => ({ versionId: FIRST_VERSION.id, topicCode: code, label, definition, domainCode, position })));
  });
}

async function loadStates(db: Database): Promise<void> {
  const rows = readCsv("states.csv").map((row) => ({
    code: cell(row, "postal"),
    fips: cell(row, "fips"),
    name: cell(row, "name"),
    region: regionOf(cell(row, "census_region")),
  }));
  const bureau = { code: "BI", fips: "59", name: "Bureau of Indian Education", region: "OTHER" as const };
  await db.insert(states).values([...rows, bureau]).onConflictDoNothing();
}

async function loadUniverse(db: Database): Promise<void> {
  const rows = readCsv("universe.csv").map((row) => ({
    stateCode: cell(row, "state"),
    locale: cell(row, "locale") === "UNKNOWN" ? null : cell(row, "locale"),
    povertyBand: cell(row, "poverty_band"),
    enrollmentBand: cell(row, "enrollment_band"),
    districts: Number(cell(row, "districts")),
    students: Number(cell(row, "students")),
  }));
  await db.execute(sql`
    insert into ${universeCounts} (state_code, locale, poverty_band, enrollment_band, districts, students)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      "stateCode" text, locale text, "povertyBand" text, "enrollmentBand" text, districts int, students int)
    on conflict do nothing`);
}

function readCsv(file: string): Record<string, string>[] {
  return parse(readFileSync(join(REFERENCE_DATA, file)), { columns: true, bom: true });
}

function cell(row: Record<string, string>, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`Reference data lacks the column ${column}.`);
  return value;
}

function regionOf(censusRegion: string): Region {
  switch (censusRegion) {
    case "Northeast":
      return "NORTHEAST";
    case "Midwest":
      return "MIDWEST";
    case "South":
      return "SOUTH";
    case "West":
      return "WEST";
    default:
      return "OTHER";
  }
}
