import { networkClock } from "../../clock";
import type { Connection } from "../../db/client";
import { getSettings } from "../../db/settings.queries";
import { enqueueMail } from "../../jobs/mail.queries";
import { consentMail, outcomeMail, passedOnMail } from "./case.mails";
import { peopleOf, takeOverdue } from "./case.queries";

/**
 * Writes once more, and once only, to whoever has let a referral lie past its due date: the leader who was asked for consent, the
 * destination that has not answered, the leader who knows what came of it.
 * @param connection the server's own.
 * @returns how many mails were asked for.
 */
export function remindOfReferrals({ db }: Pick<Connection, "db">): Promise<number> {
  return db.transaction(async (tx) => {
    const now = networkClock((await getSettings(tx)).demoLoadedAt)();
    let mails = 0;
    for (const referral of await takeOverdue(tx, now)) {
      const people = await peopleOf(tx, referral.requestId);
      const letter = { ...referral, ...people, caseId: referral.id };
      // Whoever has stopped their request waits for nobody; what became of it they may still tell.
      if (people.stopped && referral.state !== "acknowledged") continue;
      if (referral.state === "sent") await enqueueMail(tx, "referral_sent", referral.destinationEmail, passedOnMail(letter, "again"));
      else if (people.leaderEmail === null) continue;
      else if (referral.state === "consent_asked") await enqueueMail(tx, "referral_consent", people.leaderEmail, consentMail(letter, "again"));
      else await enqueueMail(tx, "referral_outcome", people.leaderEmail, outcomeMail(letter));
      mails += 1;
    }
    return mails;
  });
}
