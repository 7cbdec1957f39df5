import type { DeskRow } from "./facts.queries";
import { byNeed, nextSteps, placeOf, type Step, type Targets } from "./step";
import { DESK_STEPS, type DeskOwner, type DeskStep } from "./step.enums";

/** A request that somebody has to do something about. */
export interface QueueItem extends Step {
  readonly id: string;
  readonly ownerId: string | null;
  readonly systemId: string;
  readonly systemName: string;
  readonly leaderName: string | null;
  readonly urgency: DeskRow["facts"]["urgency"];
  /** What is to be done besides, due later. */
  readonly also: readonly Step[];
  /** Requests of the same system in the queue, nobody matched with them either, submitted within 30 days. */
  readonly twins: number;
}

const TWIN_MS = 30 * 86_400_000;

/** Everything that needs a hand, what needs it most first. Each request that has not ended is in it once. */
export function queueOf(rows: readonly DeskRow[], now: Date, targets: Targets): readonly QueueItem[] {
  const unmatched = Map.groupBy(rows.filter(({ facts }) => !facts.wasMatched && facts.withdrawnAt === null), ({ systemId }) => systemId);
  const items = rows.flatMap(({ id, ownerId, systemId, systemName, leaderName, facts }) => {
    const [first, ...also] = nextSteps(facts, now, targets);
    if (first === undefined) return [];
    const near = (other: DeskRow) => other.id !== id && Math.abs(other.facts.submittedAt.getTime() - facts.submittedAt.getTime()) <= TWIN_MS;
    const twins = facts.wasMatched ? 0 : (unmatched.get(systemId) ?? []).filter(near).length;
    const item: QueueItem = { id, ownerId, systemId, systemName, leaderName, urgency: facts.urgency, ...first, also, twins };
    return [{ id, isNobodys: ownerId === null, place: placeOf(item), item }];
  });
  return items.toSorted(byNeed).map(({ item }) => item);
}

export interface DeskFilter {
  readonly owner: DeskOwner;
  readonly step: DeskStep | null;
  readonly overdue: boolean;
  /** Part of a system's or leader's name; null = no matter. */
  readonly search: string | null;
}

/** What of a queue a viewer asks for, in its order. */
export function chosen(queue: readonly QueueItem[], { owner, step, overdue, search }: DeskFilter, viewerId: string, now: Date): readonly QueueItem[] {
  const words = search?.toLowerCase() ?? "";
  return queue.filter(
    (item) =>
      (owner === "all" || item.ownerId === (owner === "mine" ? viewerId : null)) &&
      (step === null || item.step === step) &&
      (!overdue || item.due < now) &&
      (words === "" || `${item.systemName} ${item.leaderName ?? ""} ${item.id}`.toLowerCase().includes(words)),
  );
}

/** How much of a queue each step takes up, in the order of the steps; those with nothing to do are left out. */
export function countsOf(queue: readonly QueueItem[], now: Date) {
  return DESK_STEPS.map((step) => {
    const items = queue.filter((item) => item.step === step);
    return { step, count: items.length, overdue: items.filter(({ due }) => due < now).length };
  }).filter(({ count }) => count > 0);
}

/** Where an item stands in its queue, as text that sorts as the queue does. */
export function positionOf({ id, ownerId, due, urgency }: QueueItem): { key: string; id: string } {
  return { key: `${ownerId === null ? 0 : 1}${String(Math.max(0, placeOf({ due, urgency }))).padStart(16, "0")}`, id };
}
