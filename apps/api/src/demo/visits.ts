import type { RequestRecord } from "@arl/schema/records";
import { DEMO_EPOCH } from "../clock";
import type { Database } from "../db/client";
import { intakeVisits, type FieldTime, type IntakeField } from "../network/intake/intake.table";
import { type Random, randomStream } from "./random";

type NewVisit = typeof intakeVisits.$inferInsert;

/** What each field takes, of all that is spent in the form. */
const EFFORT: Record<IntakeField, number> = { district: 9, system: 11, state: 4, narrative: 30, urgency: 3, email: 8 };
const LISTED: readonly IntakeField[] = ["district", "narrative", "urgency", "email"];
const UNLISTED: readonly IntakeField[] = ["district", "system", "state", "narrative", "urgency", "email"];

/** Of a hundred who leave the form, so many leave at each field; the rest reach none. */
const LEAVE_AT: readonly (readonly [IntakeField, number])[] = [["district", 11], ["system", 3], ["state", 2], ["narrative", 66], ["urgency", 2], ["email", 6]];

/** Visits that end without a request, for each that ends with one. */
const LOST_FOR_EACH = 0.28;

const hundredth = (value: number): number => Math.round(value * 100) / 100;

function uuidOf(random: Random): string {
  const digits = (count: number) => Array.from({ length: count }, () => random.whole(0, 15).toString(16)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
}

/** How a time in the form falls on its fields, nearly all of it. */
function spent(path: readonly IntakeField[], seconds: number, random: Random): FieldTime[] {
  const efforts = path.map((field) => ({ field, effort: EFFORT[field] * Math.exp(0.4 * random.normal()) }));
  const whole = efforts.reduce((sum, { effort }) => sum + effort, 0);
  return efforts.map(({ field, effort }) => ({ field, seconds: hundredth((0.96 * seconds * effort) / whole) }));
}

/** The visit that a request came from. */
function sent({ submittedAt, leaid }: RequestRecord, seconds: number, random: Random): NewVisit {
  const fields = spent(leaid === null ? UNLISTED : LISTED, seconds, random);
  return { id: uuidOf(random), openedAt: new Date(submittedAt.getTime() - seconds * 1000), fields, lastField: "email", seconds, submitted: true };
}

function leftAt(random: Random): IntakeField | null {
  let draw = random.next() * 100;
  for (const [field, part] of LEAVE_AT) {
    if (draw < part) return field;
    draw -= part;
  }
  return null;
}

/** A visit some hours from a request's, of somebody who left. */
function lost({ submittedAt }: RequestRecord, random: Random): NewVisit {
  const lastField = leftAt(random);
  const isUnlisted = lastField === "system" || lastField === "state" || random.chance(0.4);
  const path = isUnlisted ? UNLISTED : LISTED;
  const reached = lastField === null ? [] : path.slice(0, path.indexOf(lastField) + 1);
  const seconds = hundredth(reached.reduce((sum, field) => sum + EFFORT[field], 4) * Math.exp(0.5 * random.normal()));
  const openedAt = new Date(submittedAt.getTime() - random.whole(1, 40) * 3_600_000 - random.whole(0, 3599) * 1000);
  return { id: uuidOf(random), openedAt, fields: spent(reached, seconds, random), lastField, seconds, submitted: false };
}

/** How far people came in the form: those who sent the requests, as long as each took, and those who left. */
function buildVisits(requests: readonly RequestRecord[]): NewVisit[] {
  return requests
    .flatMap((request) => {
      const random = randomStream(`visit ${request.id}`);
      const whole = request.secondsToSubmit === null ? [] : [sent(request, request.secondsToSubmit, random)];
      return random.chance(LOST_FOR_EACH) ? [...whole, lost(request, random)] : whole;
    })
    .filter(({ openedAt }) => openedAt < DEMO_EPOCH);
}

/** Writes them; no other table knows of them, and no other figure. */
export async function loadVisits(db: Database, requests: readonly RequestRecord[]): Promise<void> {
  await db.insert(intakeVisits).values(buildVisits(requests));
}
