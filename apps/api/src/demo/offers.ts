import { sql } from "drizzle-orm";
import type { Database } from "../db/client";
import { DEMO_COACH_ID } from "./providers";

const FIRST = { id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f4001", madeAt: "2021-01-30T18:10:00Z", dueAt: "2021-02-01T18:10:00Z", answeredAt: "2021-01-31T15:45:00Z" };
const STANDING = { id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f4002", madeAt: "2021-01-31T17:20:00Z", dueAt: "2021-02-02T17:20:00Z", answeredAt: "2021-01-31T22:05:00Z" };

interface Parties {
  readonly request: string;
  /** Another organisation's, asked first. */
  readonly other: string;
  /** Covers what the demo coach does not. */
  readonly colleague: string;
}

/**
 * An offer that waits for the demo coach, who would lead; whoever would help has said yes, and whoever was asked first had no time. It runs out a day after
 * the demo's today, as offers do. No published figure counts it: there is no match before all have said yes.
 */
export async function loadOffers(tx: Database): Promise<void> {
  const { request, other, colleague } = await partiesOf(tx);
  await tx.execute(sql`
    insert into offers (id, request_id, made_by_name, made_at, due_at, state, ended_at, message) values
      (${FIRST.id}, ${request}, 'Demo staff', ${FIRST.madeAt}, ${FIRST.dueAt}, 'declined', ${FIRST.answeredAt}, null),
      (${STANDING.id}, ${request}, 'Demo staff', ${STANDING.madeAt}, ${STANDING.dueAt}, 'open', null, 'Their board meets on the ninth, so a first call this week would help.')`);
  await tx.execute(sql`
    insert into offer_coaches (offer_id, coach_id, position, answer, answered_at) values
      (${FIRST.id}, ${other}, 0, null, null),
      (${STANDING.id}, ${DEMO_COACH_ID}, 0, null, null),
      (${STANDING.id}, ${colleague}, 1, 'accepted', ${STANDING.answeredAt})`);
  // Nobody who has declined is asked, so the no comes after.
  await tx.execute(sql`update offer_coaches set answer = 'declined', answered_at = ${FIRST.answeredAt}, why = 'no_time' where offer_id = ${FIRST.id}`);
}

/** The latest request that waits and that the demo coach could take. */
async function partiesOf(tx: Database): Promise<Parties> {
  const [found] = await tx.execute<{ request: string; other: string; colleague: string }>(sql`
    select r.id as request, c.id as colleague, x.id as other
    from requests r, coaches d join coach_topics k on k.coach_id = d.id, coaches c join coach_topics l on l.coach_id = c.id, coaches x join coach_topics m on m.coach_id = x.id
    where d.id = ${DEMO_COACH_ID} and c.role = 'specialist' and c.provider_id <> d.provider_id and x.role = 'generalist' and x.provider_id not in (d.provider_id, c.provider_id)
      and r.submitted_at < ${FIRST.madeAt}::timestamptz and r.withdrawn_at is null and not exists (select from engagements e where e.request_id = r.id)
      and not exists (select from referrals f where f.request_id = r.id) and not exists (select from referral_cases f where f.request_id = r.id)
      and exists (select from request_topics t where t.request_id = r.id and t.topic_code = k.topic_code) and m.topic_code = k.topic_code
      and exists (select from request_topics t where t.request_id = r.id and t.topic_code = l.topic_code)
      and not exists (select from coach_topics o where o.coach_id = d.id and o.topic_code = l.topic_code)
      and not exists (select from match_bars(r.id, array[d.id, c.id, x.id], ${FIRST.madeAt}::timestamptz))
    order by r.submitted_at desc, r.id, c.id, x.id limit 1`);
  if (!found) throw new Error("A request of the demo network waits for its coach.");
  return found;
}
