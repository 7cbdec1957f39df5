import type { Connection } from "../../db/client";
import { openOperation } from "../../db/operation";
import { getSettings } from "../../db/settings.queries";
import { networkClock } from "../../clock";
import { namedThings } from "../scope/vocabulary.queries";
import { alertPath, scopeWords } from "./address";
import { keepFinding, watchedAlerts } from "./alert.queries";
import { lookAt } from "./load";

/**
 * Looks at every alert of everybody who is still staff, in one snapshot and with their rights, and asks for mail where a
 * figure has crossed its threshold since the last look.
 * @param connection the server's own.
 * @returns how many mails were asked for.
 */
export async function watchAlerts(connection: Connection): Promise<number> {
  const watched = await watchedAlerts(connection.db);
  if (watched.length === 0) return 0;
  const reading = await openOperation(connection.db, { role: "network_staff", accountId: null, requestId: "alerts", coachId: null, providerId: null, readOnly: true });
  let mails = 0;
  try {
    const now = networkClock((await getSettings(reading.db)).demoLoadedAt)();
    const names = await namedThings(reading.db);
    for (const each of watched) {
      const { kind, scope } = each.alert;
      const finding = await lookAt(each.alert, { db: reading.db, names, now });
      const payload = { sentence: finding.sentence, scope: scopeWords(scope, names), link: alertPath(kind, scope) };
      if (await keepFinding(connection.db, each, finding, payload)) mails += 1;
    }
  } finally {
    await reading.end("rollback");
  }
  return mails;
}
