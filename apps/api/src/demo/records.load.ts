import type { DistrictRecord, NetworkRecords } from "@arl/schema/records";
import { coachesLoad } from "../cli/folder/coaches.load";
import { engagementsLoad } from "../cli/folder/engagements.load";
import type { FileLoad } from "../cli/folder/fileLoad";
import { providersLoad } from "../cli/folder/providers.load";
import { ratingsLoad } from "../cli/folder/ratings.load";
import { referralsLoad } from "../cli/folder/referrals.load";
import { requestsLoad } from "../cli/folder/requests.load";
import { resourcesLoad } from "../cli/folder/resources.load";
import { sessionsLoad } from "../cli/folder/sessions.load";
import { Staging } from "../cli/folder/staging";
import { districtsLoad } from "../cli/directory/districts.load";
import type { Database } from "../db/client";

/** A directory and everything that a network sends. */
export interface LoadableNetwork {
  readonly districts: readonly DistrictRecord[];
  readonly records: NetworkRecords;
}

/**
 * Writes records that are at hand the way an import writes those it has read, so that there is one way in.
 * @throws Error naming the file and cell of the first record that an import would reject.
 */
export async function loadRecords(tx: Database, { districts, records }: LoadableNetwork, now: Date): Promise<void> {
  await loadRows(tx, districtsLoad, districts, now);
  await loadNetwork(tx, records, now);
}

async function loadNetwork(tx: Database, records: NetworkRecords, now: Date): Promise<void> {
  await loadRows(tx, providersLoad, records.providers, now);
  await loadRows(tx, coachesLoad, records.coaches, now);
  await loadRows(tx, requestsLoad, records.requests, now);
  await loadRows(tx, engagementsLoad, records.engagements, now);
  await loadRows(tx, sessionsLoad, records.sessions, now);
  await loadRows(tx, ratingsLoad, records.ratings, now);
  await loadRows(tx, referralsLoad, records.referrals, now);
  await loadRows(tx, resourcesLoad, records.resources, now);
}

async function loadRows<Row>(tx: Database, load: FileLoad<Row>, rows: readonly Row[], now: Date): Promise<void> {
  const staging = new Staging(tx, load);
  await staging.create();
  for (const [index, fields] of rows.entries()) {
    if (staging.add({ line: index + 1, fields, cells: {}, faults: [] })) await staging.flush();
  }
  await staging.flush();
  await staging.settle();
  const fault = await staging.firstFault();
  if (fault) throw new Error(`${load.file.name}: record ${fault.line}, ${fault.column}: ${fault.reason}`);
  await load.write(tx, now);
}
