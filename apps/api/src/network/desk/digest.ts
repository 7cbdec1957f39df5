import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import type { Connection } from "../../db/client";
import { networkClock } from "../../clock";
import { openOperation } from "../../db/operation";
import { getSettings } from "../../db/settings.queries";
import { enqueueMail } from "../../jobs/mail.queries";
import { digestMail } from "./desk.mails";
import { hadDigest } from "./digest.queries";
import { loadQueue } from "./load";
import { deskColleagues, type DeskColleague } from "./person.loader";
import type { QueueItem } from "./queue";
import { STEP_WORDS } from "./step.words";

const DAY_MS = 86_400_000;
/** Less than a day: the task may begin a little later one morning than the next. */
const APART_MS = 20 * 3_600_000;

/** What is overdue of each person's, those with nothing left out. */
function overdueOf(queue: readonly QueueItem[], people: readonly DeskColleague[], now: Date) {
  return people
    .map((person) => ({ person, items: queue.filter(({ ownerId, due }) => ownerId === person.id && due < now) }))
    .filter(({ items }) => items.length > 0);
}

/** The hour at which it goes out, where the network is. */
const HOUR = 8;
const hourThere = new Intl.DateTimeFormat("en-US", { timeZone: NETWORK_TIME_ZONE, hour: "numeric", hourCycle: "h23" });

/** Whether it is time: twice a year the hour moves against UTC. */
export const isDigestHour = (realNow: Date): boolean => Number(hourThere.format(realNow)) === HOUR;

/**
 * Mails everybody who looks after requests what is overdue of theirs, once a day.
 * @param connection the server's own. @param realNow the real clock, by which mail is sent.
 * @returns how many mails were asked for; none but in the hour from 8.
 */
export async function mailDigests(connection: Connection, realNow: Date): Promise<number> {
  if (!isDigestHour(realNow)) return 0;
  const reading = await openOperation(connection.db, { role: "network_staff", accountId: null, requestId: "digest", coachId: null, providerId: null, readOnly: true });
  let overdue: ReturnType<typeof overdueOf>;
  let now: Date;
  try {
    now = networkClock((await getSettings(reading.db)).demoLoadedAt)();
    overdue = overdueOf(await loadQueue(reading.db, now), await deskColleagues(reading.db), now);
  } finally {
    await reading.end("rollback");
  }
  let mails = 0;
  for (const { person, items } of overdue) {
    const lines = items.map(({ systemName, step, due }) => ({ systemName, step: STEP_WORDS[step], overdueDays: Math.floor((now.getTime() - due.getTime()) / DAY_MS) }));
    await connection.db.transaction(async (tx) => {
      if (await hadDigest(tx, person.email, new Date(realNow.getTime() - APART_MS))) return;
      await enqueueMail(tx, "desk_digest", person.email, digestMail(lines));
      mails += 1;
    });
  }
  return mails;
}
