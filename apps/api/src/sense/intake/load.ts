import type { Viewed } from "../scope/viewed";
import { intakeFlow } from "./intakeFlow";
import { secondsIn, visitsIn } from "./intakeFlow.queries";
import type { IntakeFlow } from "./intakeFlow.type";

/** Loads how people ask. Exact: for staff alone. */
export async function loadIntakeFlow({ db, scope, now }: Viewed): Promise<IntakeFlow> {
  const visits = await visitsIn(db, scope, now);
  return intakeFlow(visits, await secondsIn(db, scope, now));
}
