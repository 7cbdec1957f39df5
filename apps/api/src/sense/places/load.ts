import type { StateRow } from "../../network/directory/state.table";
import { servingSpecialists } from "../scope/serving.queries";
import type { Viewed } from "../scope/viewed";
import { demandByState } from "./place.queries";
import type { PlaceFacts } from "./places";

/** Loads what states ask for and who serves them, for who may see the rows. */
export async function loadPlaces({ db, scope, names, now }: Viewed, states: readonly StateRow[]): Promise<PlaceFacts> {
  const [demand, specialists] = await Promise.all([demandByState(db, scope, now), servingSpecialists(db, scope, now)]);
  return { demand, specialists, states, topics: names.topicRows, chosen: scope.topics };
}
