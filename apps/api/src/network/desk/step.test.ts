import fc from "fast-check";
import { expect, test } from "vitest";
import { byNeed, nextStep, nextSteps, placeOf, type DeskFacts, type Placed, type Targets } from "./step";

const TARGETS: Targets = { untagged: 1, to_match: 2, offer_declined: 1, first_call_due: 7, call_to_log: 2, stalled: 30, to_close: 90, leader_asks: 1, low_rating: 2 };
const NOW = new Date("2021-02-01T14:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const FRESH: DeskFacts = { submittedAt: ago(1), urgency: null, withdrawnAt: null, isTagged: false, offer: null, engagement: null, wasMatched: false, wasReferred: false, ask: null, referral: null, lowRatingAt: null };
const stepOf = (facts: Partial<DeskFacts>) => nextStep({ ...FRESH, ...facts }, NOW, TARGETS);
const engaged = (matched: number, last: number | null, planned: number | null): Partial<DeskFacts> => ({
  wasMatched: true,
  engagement: { matchedAt: ago(matched), lastCallAt: last === null ? null : ago(last), plannedCallAt: planned === null ? null : ago(planned) },
});

test.each<[string, Partial<DeskFacts>, string | undefined, string | undefined, number | undefined]>([
  ["has no tag", {}, "untagged", "owner", 0],
  ["is tagged: the target counts from when the leader asked", { isTagged: true, submittedAt: ago(5) }, "to_match", "owner", 3],
  ["is offered", { isTagged: true, offer: { state: "open", since: ago(1), dueAt: ago(-1) } }, "offered", "coaches", -1],
  ["was declined", { isTagged: true, offer: { state: "declined", since: ago(3), dueAt: ago(-1) } }, "offer_declined", "owner", 2],
  ["was offered in vain until the time ran out", { isTagged: true, offer: { state: "expired", since: ago(2), dueAt: ago(2) } }, "offer_declined", "owner", 1],
  ["was offered and taken back", { isTagged: true, offer: { state: "withdrawn", since: ago(2), dueAt: ago(2) } }, "to_match", "owner", -1],
  ["has coaches and no call", engaged(10, null, null), "first_call_due", "coaches", 3],
  ["has a call planned", engaged(10, null, -2), "call_ahead", "coaches", -2],
  ["had a call planned that nobody logged", engaged(10, null, 3), "call_to_log", "coaches", 1],
  ["is coached", engaged(40, 5, null), "under_way", "coaches", -25],
  ["had no call for a month", engaged(90, 31, null), "stalled", "owner", 1],
  ["had no call for a quarter", engaged(190, 91, null), "to_close", "owner", 1],
  ["was coached to its end", { wasMatched: true }, undefined, undefined, undefined],
  ["was sent on", { wasReferred: true }, undefined, undefined, undefined],
  ["was sent on and turned down", { wasReferred: true, referral: { state: "turned_down", since: ago(1), dueAt: ago(-1) } }, "referral_turned_down", "owner", -1],
  ["was withdrawn", { withdrawnAt: ago(1) }, undefined, undefined, undefined],
  ["was withdrawn, and its leader asks", { withdrawnAt: ago(3), ask: { kind: "message", at: ago(2) } }, "leader_asks", "owner", 1],
  ["is coached, and its leader asks for another call", { ...engaged(40, 5, null), ask: { kind: "another_call", at: ago(2) } }, "leader_asks", "coaches", 1],
  ["is coached, and its leader wants to stop", { ...engaged(40, 5, null), ask: { kind: "stop", at: ago(2) } }, "to_close", "owner", 1],
])("a request that %s", (_, facts, step, actor, overdueDays) => {
  const next = stepOf(facts);
  expect(next?.step).toBe(step);
  expect(next?.actor).toBe(actor);
  expect(next && (NOW.getTime() - next.due.getTime()) / 86_400_000).toBe(overdueDays ?? null);
});

test("of several things to do, what is due first comes first, and the others are not forgotten", () => {
  const steps = nextSteps({ ...FRESH, ...engaged(100, 40, null), ask: { kind: "more", at: ago(3) }, lowRatingAt: ago(5) }, NOW, TARGETS);
  expect(steps.map(({ step }) => step)).toEqual(["stalled", "low_rating", "leader_asks"]);
});

test("nobody's requests stand first, and an urgent one as if it had been due two days earlier", () => {
  const placed = (id: string, ownerId: string | null, urgency: DeskFacts["urgency"], overdue: number): Placed => ({ id, isNobodys: ownerId === null, place: placeOf({ urgency, due: ago(overdue) }) });
  const queue = [placed("later", "ada", null, 1), placed("urgent", "ada", "high", 0), placed("nobody", null, "low", -30), placed("low", "ada", "low", 1.5)];
  expect(queue.toSorted(byNeed).map(({ id }) => id)).toEqual(["nobody", "urgent", "later", "low"]);
});

test("the order of a queue is one order, whatever order it came in", () => {
  const item = fc.record({ id: fc.uuid(), isNobodys: fc.boolean(), place: fc.integer({ min: 0, max: 5 }) });
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 20 }), fc.infiniteStream(fc.nat()), (items, keys) => {
      const shuffled = items.map((one) => ({ one, key: keys.next().value as number })).toSorted((a, b) => a.key - b.key).map(({ one }) => one);
      expect(shuffled.toSorted(byNeed)).toEqual(items.toSorted(byNeed));
    }),
  );
});
