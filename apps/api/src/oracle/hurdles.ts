import { count, withheld, type Figure } from "./figure";
import { TOPICS, topicsMeant, type Topic } from "./framework";
import { isHub, type Network, type Request } from "./network";
import { providersOfRequest, select, type Scope } from "./scope";
import { benjaminiHochberg } from "./statistics";
import type { System } from "./systems";
import { atLeast, liftInterval } from "./tables";

export interface Hurdle {
  readonly topics: readonly Topic[];
  readonly systems: Figure;
  readonly states: Figure;
  readonly providers: Figure;
  readonly expected: Figure;
  readonly lift: Figure;
  readonly qValue: number | null;
}

const MIN_SYSTEMS = 5;

/** What is asked for together, by listing for each topic the systems that ask for it. */
export function hurdles(network: Network, scope: Scope, now: Date): Hurdle[] {
  const { requests } = select(network, { ...scope, topics: null }, now);
  const everybody = new Set(requests.map(({ system }) => system));
  const askers = new Map(TOPICS.map((topic) => [topic, new Set(requests.filter(({ topics }) => topics.includes(topic.code)).map(({ system }) => system))] as const));
  const listed = TOPICS.filter((topic) => (askers.get(topic)?.size ?? 0) >= MIN_SYSTEMS);
  const whoShare = (topics: readonly Topic[]): System[] => [...everybody].filter((system) => topics.every((topic) => askers.get(topic)?.has(system)));
  const counted = (topics: readonly Topic[]) => {
    const systems = whoShare(topics);
    const theirs = requests.filter((request) => systems.includes(request.system) && topics.some(({ code }) => request.topics.includes(code)));
    return {
      systems: count(systems.length),
      states: count(new Set(systems.map(({ state }) => state)).size, systems.length),
      providers: count(providersOf(network, theirs).size, systems.length),
    };
  };

  const singles = listed.map((topic): Hurdle => ({ topics: [topic], ...counted([topic]), expected: withheld("NO_DATA"), lift: withheld("NO_DATA"), qValue: null }));
  const pairs = listed.flatMap((first, place) => listed.slice(place + 1).map((second) => [first, second] as const));
  const tables = pairs.map(([first, second]) => ({
    both: whoShare([first, second]).length,
    one: askers.get(first)?.size ?? 0,
    other: askers.get(second)?.size ?? 0,
    all: everybody.size,
  }));
  const qValues = benjaminiHochberg(tables.map((table) => atLeast(table)));
  const shared = pairs.flatMap((topics, place): Hurdle[] => {
    const table = tables[place];
    if (!table || table.both === 0) return [];
    const expected = (table.one * table.other) / table.all;
    return [
      {
        topics,
        ...counted(topics),
        expected: count(expected, table.all),
        lift: { value: table.both / expected, ...liftInterval(table), n: table.all, withheld: null },
        qValue: qValues[place] ?? null,
      },
    ];
  });

  const shown = scope.topics == null || scope.topics.length === 0 ? null : topicsMeant(scope.topics);
  return [...singles, ...shared].filter(({ topics }) => shown === null || topics.some(({ code }) => shown.has(code)));
}

function providersOf(network: Network, requests: readonly Request[]): Set<string> {
  return new Set(requests.flatMap(providersOfRequest).filter((id) => !isHub(network, id)));
}
