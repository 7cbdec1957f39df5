import { MONTH_STARTS, monthOf } from "./calendar";
import { ASKED_TOGETHER } from "./planted";
import { quotas } from "./quota";
import { at, randomStream, spread } from "./random";
import type { Ask } from "./timeline";
import { domainOf, monthlyShares, TOPIC_MIX } from "./topics";

const MOST_TOPICS = 3;

/** How many topics a request is meant to get: one, two or three. */
function wanted(index: number): number {
  const draw = spread(index, 0.4);
  return draw < 0.31 ? 1 : draw < 0.77 ? 2 : 3;
}

/** Two fresh requests that nobody has tagged yet. */
const UNTAGGED_AT_THE_END = 2;

function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * Deals each month's quota of topics to its requests. Planted pairs go out together; any other two topics meet in no
 * more systems than chance would have them meet.
 */
class Dealer {
  readonly topics: string[][];
  readonly #asks: readonly Ask[];
  readonly #bySystem = new Map<number, Set<string>>();
  readonly #met = new Map<string, number>();
  readonly #expected: ReadonlyMap<string, number>;
  readonly #systems: number;
  readonly #planted = new Set(ASKED_TOGETHER.map(({ topics }) => pairKey(...topics)));
  readonly #random = randomStream("request topics");

  constructor(asks: readonly Ask[], expected: ReadonlyMap<string, number>) {
    this.#asks = asks;
    this.#expected = expected;
    this.topics = asks.map(() => []);
    this.#systems = new Set(asks.map((ask) => ask.system.index)).size;
  }

  topicsOfSystem(index: number): Set<string> {
    const system = at(this.#asks, index).system.index;
    const known = this.#bySystem.get(system) ?? new Set();
    this.#bySystem.set(system, known);
    return known;
  }

  give(index: number, topic: string): void {
    const known = this.topicsOfSystem(index);
    if (!known.has(topic)) {
      for (const other of known) {
        const key = pairKey(topic, other);
        this.#met.set(key, (this.#met.get(key) ?? 0) + 1);
      }
    }
    known.add(topic);
    at(this.topics, index).push(topic);
  }

  /** How many meetings of two topics pass for chance: the expected number and a little more than a standard deviation. */
  #room(one: string, other: string): number {
    const expected = ((this.#expected.get(one) ?? 0) * (this.#expected.get(other) ?? 0)) / this.#systems;
    return Math.max(1, Math.floor(expected + 1.1 * Math.sqrt(expected) + 0.3)) - (this.#met.get(pairKey(one, other)) ?? 0);
  }

  /** Infinite where the topic may not go. */
  #cost(index: number, topic: string): number {
    const topics = at(this.topics, index);
    const known = this.topicsOfSystem(index);
    if (topics.includes(topic) || topics.length >= MOST_TOPICS) return Infinity;
    let cost = (topics.length / wanted(index)) * 9 + (known.has(topic) ? 2 : 0) + this.#random.next();
    if (topics.some((other) => domainOf(other) === domainOf(topic))) cost -= 0.5;
    for (const other of known) {
      if (other === topic || known.has(topic)) continue;
      if (this.#planted.has(pairKey(topic, other))) cost += 1;
      else if (this.#room(topic, other) < 1) return Infinity;
    }
    return cost;
  }

  /** Gives the topic to the request of `indices` where it fits best; false where it fits nowhere. */
  deal(topic: string, indices: readonly number[]): boolean {
    let best: number | undefined;
    let least = Infinity;
    for (const index of indices) {
      const cost = this.#cost(index, topic);
      if (cost < least) [best, least] = [index, cost];
    }
    if (best === undefined) return false;
    this.give(best, topic);
    return true;
  }
}

/** Quotas of each topic by month: `[topic][month]`. */
function monthlyQuotas(perMonth: readonly number[]): Map<string, number[]> {
  return new Map(
    TOPIC_MIX.map((mix, order) => [
      mix.code,
      quotas(perMonth, monthlyShares(mix, "requests"), 0.3 + 0.4 * spread(order)),
    ]),
  );
}

/** One request each of systems that have asked for neither topic, in as many different states as there are. */
function plantPairs(dealer: Dealer, asks: readonly Ask[], months: readonly number[][], left: Map<string, number[]>): void {
  for (const { topics, systems } of ASKED_TOGETHER) {
    const [one, other] = topics.map((topic) => left.get(topic) ?? []);
    if (one === undefined || other === undefined) continue;
    const states = new Map<string, number>();
    for (let placed = 0; placed < systems; placed += 1) {
      // The month with most of both topics left to deal.
      const room = months.map((_, month) => Math.min(at(one, month), at(other, month)));
      const month = room.indexOf(Math.max(...room));
      const candidates = at(months, month)
        .filter((i) => at(dealer.topics, i).length === 0 && at(asks, i).fate === "RELATIONSHIP")
        .filter((i) => topics.every((topic) => !dealer.topicsOfSystem(i).has(topic)))
        .toSorted((a, b) => (states.get(at(asks, a).system.state) ?? 0) - (states.get(at(asks, b).system.state) ?? 0));
      const index = at(candidates, 0);
      const { state } = at(asks, index).system;
      states.set(state, (states.get(state) ?? 0) + 1);
      for (const topic of topics) dealer.give(index, topic);
      one[month] = at(one, month) - 1;
      other[month] = at(other, month) - 1;
    }
  }
}

/**
 * The topics of each request, as staff tagged them at intake.
 *
 * @throws RangeError when a topic finds no request that may carry it
 */
export function tagRequests(asks: readonly Ask[]): string[][] {
  const tagged = asks.slice(0, asks.length - UNTAGGED_AT_THE_END);
  const months = MONTH_STARTS.slice(0, -1).map((_, month) =>
    tagged.flatMap((ask, index) => (monthOf(ask.day) === month ? [index] : [])),
  );
  const perMonth = MONTH_STARTS.slice(0, -1).map((_, month) => asks.filter((ask) => monthOf(ask.day) === month).length);
  const left = monthlyQuotas(perMonth);
  const expected = new Map([...left].map(([topic, counts]) => [topic, counts.reduce((sum, count) => sum + count, 0)]));
  const dealer = new Dealer(asks, expected);
  plantPairs(dealer, asks, months, left);
  months.forEach((indices, month) => {
    const deck = [...left].flatMap(([topic, counts]) => Array.from({ length: at(counts, month) }, () => topic));
    const largestFirst = deck.toSorted((a, b) => (expected.get(b) ?? 0) - (expected.get(a) ?? 0) || a.localeCompare(b));
    for (const topic of largestFirst) {
      if (!dealer.deal(topic, indices)) throw new RangeError(`no request of month ${String(month)} may carry ${topic}`);
    }
  });
  return dealer.topics;
}
