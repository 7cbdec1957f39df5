import { sql } from "drizzle-orm";
import { DEMO_EPOCH } from "../clock";
import type { Database } from "../db/client";
import { leaderAsks, type LeaderAskKind } from "../network/leaderPage/ask.table";
import { DEMO_COACH_ID } from "./providers";

interface InventedAsk {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly kind: LeaderAskKind;
  readonly text: string | null;
  readonly at: Date;
}

/** Of a leader who waits for coaches. */
const WAITING: InventedAsk = {
  id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f2001",
  idempotencyKey: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f3001",
  kind: "message",
  text: "Our board meets on the ninth. Could somebody talk with us before then?",
  at: new Date("2021-01-29T21:15:00Z"),
};

/** Of leaders who are coached: one of them has all they need. */
const COACHED: readonly InventedAsk[] = [
  { id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f2002", idempotencyKey: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f3002", kind: "message", text: "May our assistant principal come to the next call?", at: new Date("2021-01-31T23:40:00Z") },
  { id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f2003", idempotencyKey: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f3003", kind: "stop", text: "We have our plan, and it works. Thank you all.", at: new Date("2021-01-30T16:05:00Z") },
];

/** What leaders of the demo network ask on their pages, and nobody has answered. None is a leader of the demo coach; no figure counts it. */
export async function loadLeaderAsks(tx: Database): Promise<void> {
  const now = sql`${DEMO_EPOCH.toISOString()}::timestamptz`;
  const [waiting] = await tx.execute<{ id: string }>(sql`
    select r.id from requests r where r.withdrawn_at is null and r.submitted_at < ${WAITING.at.toISOString()}::timestamptz and exists (select from request_topics t where t.request_id = r.id)
      and not exists (select from engagements e where e.request_id = r.id) and not exists (select from referrals x where x.request_id = r.id)
      and not exists (select from referral_cases c where c.request_id = r.id) order by r.submitted_at desc, r.id limit 1`);
  const coached = await tx.execute<{ id: string }>(sql`
    select e.request_id as id from engagements e join sessions s on s.engagement_id = e.id
    where e.closed_at is null and s.held_at <= ${now} and not exists (select from engagement_coaches c where c.engagement_id = e.id and c.coach_id = ${DEMO_COACH_ID})
    group by e.id, e.request_id having count(*) >= 3 order by max(s.held_at) desc, e.id limit ${COACHED.length}`);
  const asked = [...(waiting ? [{ ...WAITING, requestId: waiting.id }] : []), ...coached.flatMap(({ id }, place) => (COACHED[place] ? [{ ...COACHED[place], requestId: id }] : []))];
  await tx.insert(leaderAsks).values(asked);
}
