import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { deskTargets } from "./desk.table";
import type { Targets } from "./step";
import type { TargetStep } from "./step.enums";

/** How many days each step may take. */
export async function deskTargetsNow(db: Database): Promise<Targets> {
  const rows = await db.select().from(deskTargets);
  return Object.fromEntries(rows.map(({ step, days }) => [step, days])) as Targets;
}

/** From now on a step may take so many days. */
export async function setTarget(db: Database, step: TargetStep, days: number): Promise<void> {
  await db.update(deskTargets).set({ days }).where(eq(deskTargets.step, step));
}
