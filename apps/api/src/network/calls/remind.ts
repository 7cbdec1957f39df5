import { networkClock } from "../../clock";
import type { Connection } from "../../db/client";
import { getSettings } from "../../db/settings.queries";
import { enqueueMail } from "../../jobs/mail.queries";
import { addresseesOf, callMail } from "./plan.mails";
import { callPeople, takeSoon } from "./plan.queries";

/**
 * Reminds everybody of a call that begins within a day, once; not of one that was planned within the last six hours.
 * @param connection the server's own.
 * @returns how many mails were asked for.
 */
export function remindOfCalls({ db }: Pick<Connection, "db">): Promise<number> {
  return db.transaction(async (tx) => {
    const now = networkClock((await getSettings(tx)).demoLoadedAt)();
    let mails = 0;
    for (const call of await takeSoon(tx, now)) {
      const people = await callPeople(tx, call.engagementId);
      for (const to of addresseesOf(people)) {
        await enqueueMail(tx, "call_reminder", to.address, callMail(call, people, "soon", to, null));
        mails += 1;
      }
    }
    return mails;
  });
}
