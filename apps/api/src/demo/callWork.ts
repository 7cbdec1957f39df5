import { sql } from "drizzle-orm";
import type { Database } from "../db/client";
import { plannedCalls, sessionSteps } from "../network/calls/call.table";
import { DEMO_COACH_ID } from "./providers";

const COACH = { madeBy: null, madeByName: "Demo coach", madeAt: new Date("2021-01-25T15:00:00Z") } as const;

/** Calls of the demo coach: one that nobody has logged yet, and two to come. */
const PLANNED = [
  { id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f1099", engagementId: "eng-0099", startsAt: new Date("2021-01-29T16:00:00Z"), minutes: 45, mode: "video", place: null, timeZone: "America/New_York" },
  { id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f1198", engagementId: "eng-0198", startsAt: new Date("2021-02-02T18:30:00Z"), minutes: 45, mode: "video", place: "https://meet.example/kesterdell", timeZone: "America/Chicago" },
  { id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f1015", engagementId: "eng-0015", startsAt: new Date("2021-02-09T21:00:00Z"), minutes: 30, mode: "phone", place: null, timeZone: "America/Los_Angeles" },
] as const;

/** What was agreed in the last call of each. */
const AGREED = [
  { engagementId: "eng-0232", text: "Send the draft grading policy to both schools' leads", who: "leader", due: "2021-02-05", doneAt: null },
  { engagementId: "eng-0198", text: "Bring two teachers' weekly plans to the next call", who: "leader", due: "2021-02-02", doneAt: null },
  { engagementId: "eng-0099", text: "Pass on the choice board of the other district", who: "coach", due: "2021-01-27", doneAt: new Date("2021-01-26T20:15:00Z") },
  { engagementId: "eng-0015", text: "Try a ten-minute check-in with one grade", who: "leader", due: null, doneAt: null },
] as const;

/**
 * What the demo network's coaches planned, agreed and shared. All of it is invented; it stands in tables of its own, and changes no figure.
 * Of every third call one resource was shared that was on the shelf then and is about what was coached.
 */
export async function loadCallWork(tx: Database): Promise<void> {
  await tx.insert(plannedCalls).values(PLANNED.map((call) => ({ ...call, ...COACH })));
  // Of another organisation, so that there is something that the demo coach does not see.
  const [other] = await tx.execute<{ id: string }>(sql`
    select e.id from engagements e where e.closed_at is null and exists (select from sessions s where s.engagement_id = e.id) and not exists (select from engagement_coaches ec
      join coaches c on c.id = ec.coach_id where ec.engagement_id = e.id and c.provider_id in (select provider_id from coaches where id = ${DEMO_COACH_ID})) order by e.id limit 1`);
  if (!other) throw new Error("Other organisations coach too.");
  await tx.insert(plannedCalls).values({ ...PLANNED[2], ...COACH, id: "6f0f7a52-3c1e-4a58-9d0b-0e6d1a2f1000", engagementId: other.id, madeByName: "Demo staff" });
  for (const step of [...AGREED, { ...AGREED[3], engagementId: other.id, text: "Name two people for the planning team" }]) {
    const [last] = await tx.execute<{ id: string }>(sql`select id from sessions where engagement_id = ${step.engagementId} order by held_at desc, id limit 1`);
    if (last) await tx.insert(sessionSteps).values({ sessionId: last.id, position: 0, ...step });
  }
  await tx.execute(sql`
    insert into session_resources (session_id, resource_id)
    select s.id, (select min(r.id) from resources r join resource_topics rt on rt.resource_id = r.id join session_topics st on st.topic_code = rt.topic_code
      where st.session_id = s.id and coalesce(r.published_at <= s.held_at, true) and coalesce(r.retired_at > s.held_at, true)) as resource_id
    from (select id, held_at, row_number() over (order by id) as place from sessions) s
    where place % 3 = 0 and exists (select from resources r join resource_topics rt on rt.resource_id = r.id join session_topics st on st.topic_code = rt.topic_code
      where st.session_id = s.id and coalesce(r.published_at <= s.held_at, true) and coalesce(r.retired_at > s.held_at, true))`);
}
