import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { loadQueue } from "./load";

const NOW = new Date("2021-02-01T14:00:00Z");
const REQUESTS = 300;
const STEPS = 30;

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
  await database.sql.unsafe(`
    insert into systems (id, name, state_code) select 's' || n, 'System ' || n, 'OH' from generate_series(0, 9) n;
    insert into providers (id, name) values ('p', 'Coaches');
    insert into coaches (id, provider_id, name) values ('c', 'p', 'Cleo');`);
});
afterAll(() => database.drop());

const WORKINGS = ["tag", "untag", "withdraw", "reopen", "merge", "offer", "decline", "expire", "take back", "accept", "call", "rate low", "rate high", "plan", "cancel", "close", "ask", "settle", "draft", "consent", "send", "acknowledge", "turn down", "end referral", "refer"] as const;
type Working = (typeof WORKINGS)[number];
/** What can be done to nearly everything comes after what seldom can. */
const ALWAYS: readonly Working[] = ["tag", "untag", "withdraw", "reopen", "merge", "offer", "plan", "cancel", "close", "ask", "settle", "refer"];

/** What a test knows of a request by having done all of it, without asking the database. */
interface Known {
  readonly id: string;
  withdrawn: boolean;
  mergedInto: string | null;
  offer: "open" | "ended" | null;
  engaged: number | null;
  engagements: number;
  calls: number;
  lowRated: boolean;
  asks: number;
  referral: string | null;
  referrals: number;
  referred: boolean;
}

const fresh = (id: string): Known => ({ id, withdrawn: false, mergedInto: null, offer: null, engaged: null, engagements: 0, calls: 0, lowRated: false, asks: 0, referral: null, referrals: 0, referred: false });

const OPEN_REFERRALS = ["drafted", "consent_asked", "consented", "sent", "acknowledged"];

/** Does one thing to a request, where it can be done; gives the statements. */
function work(known: Known, working: Working, at: string, others: readonly Known[]): string[] {
  const { id } = known;
  const engagement = `${id}-e${known.engagements}`;
  const uuid = `gen_random_uuid()`;
  const endOffer = (state: string) => {
    if (known.offer !== "open") return [];
    known.offer = "ended";
    return [`update offers set state = '${state}', ended_at = '${at}' where request_id = '${id}' and state = 'open'`];
  };
  const move = (from: readonly string[], to: string) => {
    if (!from.includes(known.referral ?? "")) return [];
    known.referral = to;
    const due = OPEN_REFERRALS.includes(to) ? `'${at}'` : "null";
    return [`update referral_cases set state = '${to}', due_at = ${due} where request_id = '${id}' and due_at is not null`];
  };
  switch (working) {
    case "tag":
    case "untag":
      return [`insert into tag_events (request_id, topic_code, action, stage, author, at) values ('${id}', 'PER-DIF', '${working === "tag" ? "added" : "removed"}', 'tagged', 'Ada', '${at}')`];
    case "withdraw":
      if (known.withdrawn || known.engagements > 0 || known.offer === "open") return [];
      known.withdrawn = true;
      return [`update requests set withdrawn_at = '${at}' where id = '${id}'`];
    case "reopen":
      if (!known.withdrawn || known.mergedInto !== null) return [];
      known.withdrawn = false;
      return [`update requests set withdrawn_at = null where id = '${id}'`];
    case "merge": {
      const other = others.find((one) => one.id !== id && !one.withdrawn && one.mergedInto === null);
      if (!other || known.withdrawn || known.engagements > 0 || known.offer === "open" || OPEN_REFERRALS.includes(known.referral ?? "")) return [];
      known.withdrawn = true;
      known.mergedInto = other.id;
      return [`update requests set withdrawn_at = '${at}' where id = '${id}'`, `insert into request_merges (merged_id, kept_id, merged_by, merged_at) values ('${id}', '${other.id}', 'ada', '${at}')`];
    }
    case "offer":
      if (known.offer === "open" || known.engaged !== null || known.withdrawn) return [];
      known.offer = "open";
      return [`insert into offers (id, request_id, made_by_name, made_at, due_at) values (${uuid}, '${id}', 'Ada', '${at}', '${at}'::timestamptz + interval '2 days')`];
    case "decline":
      return endOffer("declined");
    case "expire":
      return endOffer("expired");
    case "take back":
      return endOffer("withdrawn");
    case "accept": {
      const ended = endOffer("accepted");
      if (ended.length === 0) return [];
      known.engagements += 1;
      known.engaged = known.engagements;
      return [...ended, `insert into engagements (id, request_id, matched_at) values ('${id}-e${known.engagements}', '${id}', '${at}')`];
    }
    case "call":
      if (known.engaged === null) return [];
      known.calls += 1;
      return [`insert into sessions (id, engagement_id, held_at) values ('${id}-c${known.calls}', '${engagement}', '${at}')`];
    case "rate low":
    case "rate high":
      if (known.calls === 0) return [];
      known.lowRated = working === "rate low";
      return [
        `delete from ratings where session_id like '${id}-c%'`,
        `insert into ratings (session_id, rated_at, rating) values ('${id}-c${known.calls}', '${at}', ${working === "rate low" ? 1 : 5})`,
      ];
    case "plan":
      return known.engaged === null ? [] : [`insert into planned_calls (id, engagement_id, starts_at, made_by_name, made_at) values (${uuid}, '${engagement}', '${at}'::timestamptz + interval '3 days', 'Cleo', '${at}')`];
    case "cancel":
      return [`update planned_calls set cancelled_at = '${at}' where engagement_id = '${engagement}' and cancelled_at is null`];
    case "close":
      if (known.engaged === null) return [];
      known.engaged = null;
      return [`update engagements set closed_at = '${at}' where id = '${engagement}'`];
    case "ask":
      known.asks += 1;
      return [`insert into leader_asks (request_id, kind, at, idempotency_key) values ('${id}', 'message', '${at}', ${uuid})`];
    case "settle":
      known.asks = 0;
      return [`update leader_asks set settled_at = greatest(at, '${at}') where request_id = '${id}' and settled_at is null`];
    case "draft":
      if (OPEN_REFERRALS.includes(known.referral ?? "") || known.withdrawn) return [];
      known.referral = "drafted";
      known.referrals += 1;
      return [`insert into referral_cases (id, request_id, destination, destination_email, summary, due_at, drafted_by_name, drafted_at) values (${uuid}, '${id}', 'Market', 'm@market.example', 'Words', '${at}', 'Ada', '${at}')`];
    case "consent":
      return [...move(["drafted"], "consent_asked"), ...move(["consent_asked"], "consented")];
    case "send": {
      const sent = move(["consented"], "sent");
      known.referred ||= sent.length > 0;
      return sent.length === 0 ? [] : [...sent, `insert into referrals (id, request_id, sent_at, destination) values ('${id}-s${known.referrals}', '${id}', '${at}', 'Market')`];
    }
    case "acknowledge":
      return move(["sent"], "acknowledged");
    case "turn down":
      return move(["sent", "acknowledged"], "turned_down");
    case "end referral":
      return move(["sent", "acknowledged"], "closed");
    case "refer":
      known.referred = true;
      known.referrals += 1;
      return [`insert into referrals (id, request_id, sent_at, destination) values ('${id}-r${known.referrals}', '${id}', '${at}', 'Market')`];
  }
}

/** Whether anybody has anything left to do, told from what was done alone. */
function isOpen(known: Known, all: readonly Known[]): boolean {
  if (known.mergedInto !== null) return false;
  const intoThis = (one: Known): boolean => one.mergedInto !== null && (one.mergedInto === known.id || intoThis({ ...one, mergedInto: all.find(({ id }) => id === one.mergedInto)?.mergedInto ?? null }));
  if (known.asks > 0 || all.some((one) => one.asks > 0 && intoThis(one))) return true;
  if (OPEN_REFERRALS.includes(known.referral ?? "") || known.lowRated || known.engaged !== null) return true;
  if (known.engagements > 0 || known.withdrawn) return false;
  return !known.referred || known.referral === "turned_down";
}

const histories = fc.array(fc.array(fc.record({ workings: fc.shuffledSubarray([...WORKINGS], { minLength: 3, maxLength: 3 }), other: fc.nat(REQUESTS - 1) }), { maxLength: STEPS }), { minLength: REQUESTS, maxLength: REQUESTS });

test("whatever was done to them, every request that is open is in the queue once, with an owner to name and a due date, and no other is", async () => {
  const [drawn] = fc.sample(histories, { numRuns: 1, seed: 20210201 });
  const all = Array.from({ length: REQUESTS }, (_, index) => fresh(`r${index}`));
  const statements = all.map(({ id }, index) => `insert into requests (id, system_id, submitted_at, stated_name) values ('${id}', 's${index % 10}', '2021-01-05T12:00:00Z', 'System')`);
  // Step by step over all requests, so that what is merged was at work beside what it goes into.
  for (let step = 0; step < STEPS; step += 1) {
    const at = new Date(Date.UTC(2021, 0, 8, 12 + step * 18)).toISOString();
    (drawn ?? []).forEach((history, index) => {
      const [known, event] = [all[index], history[step]];
      if (!known || !event) return;
      // The first of those drawn that can be done to it as it stands.
      for (const working of event.workings.toSorted((one, other) => Number(ALWAYS.includes(one)) - Number(ALWAYS.includes(other)))) {
        const done = work(known, working, at, all.slice(event.other, event.other + 3));
        statements.push(...done);
        if (done.length > 0) break;
      }
    });
  }
  await database.sql.unsafe(statements.join(";\n"));

  const queue = await loadQueue(database.db, NOW);
  expect(queue.map(({ id }) => id).toSorted()).toEqual(all.filter((known) => isOpen(known, all)).map(({ id }) => id).toSorted());
  expect(new Set(queue.map(({ id }) => id)).size).toBe(queue.length);
  for (const { due, since, actor, ownerId } of queue) {
    expect(Number.isNaN(due.getTime()) || Number.isNaN(since.getTime())).toBe(false);
    expect(actor).toMatch(/^(owner|coaches|leader|destination)$/);
    expect(ownerId).toBeNull();
  }
  // The histories reach most of the steps there are.
  const reached = new Set(queue.flatMap(({ step, also }) => [step, ...also.map((each) => each.step)]));
  expect(reached.size).toBeGreaterThanOrEqual(10);
});
