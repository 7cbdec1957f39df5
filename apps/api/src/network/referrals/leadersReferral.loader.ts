import DataLoader from "dataloader";
import { sql } from "drizzle-orm";
import type { ReferralOutcome } from "@arl/schema/enums";
import { grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { turnIn, type CaseState } from "./case";
import type { LeadersReferral } from "./case.type";

type Row = Pick<LeadersReferral, "id" | "destination" | "summary"> & {
  readonly request_id: string;
  readonly state: CaseState;
  readonly due_at: string | null;
  readonly sent_at: string | null;
  readonly outcome: ReferralOutcome | null;
  readonly outcome_at: string | null;
};

const instant = (at: string | null): Date | null => (at === null ? null : new Date(at));

/**
 * What leaders may see of the referrals of a request, what is under way first, then the latest: no drafts, nor what was dropped as one. For the
 * holder of the request's link. A referral of before there were cases has ended, whatever came of it.
 */
export const leadersReferralsByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]): Promise<LeadersReferral[][]> => {
    const own = sql`= any (${sql.param([...ids])}::text[])`;
    const rows = await db.execute<Row>(sql`
      select id, request_id, destination, summary, state, due_at, sent_at, outcome, outcome_at from (
        select k.id::text, k.request_id, k.destination, k.summary, k.state, k.due_at, r.sent_at, r.outcome, r.outcome_at, k.drafted_at as since
        from referral_cases k left join referrals r on r.id = k.id::text where k.request_id ${own} and k.state <> 'drafted'
        union all
        select r.id, r.request_id, r.destination, '', 'closed', null, r.sent_at, r.outcome, r.outcome_at, r.sent_at
        from referrals r where r.request_id ${own} and not exists (select from referral_cases k where k.id::text = r.id)
      ) told order by due_at is null, since desc, id`);
    return grouped(ids, rows, ({ request_id: id }) => id).map((group) =>
      group.map(({ id, destination, summary, state, due_at: due, sent_at: sent, outcome, outcome_at: known }) => ({ id, destination, summary, state, turn: turnIn(state), dueAt: instant(due), sentAt: instant(sent), outcome, outcomeAt: instant(known) })),
    );
  });
