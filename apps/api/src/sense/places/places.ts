import type { TopicRow } from "../../network/framework/topic.table";
import type { StateRow } from "../../network/directory/state.table";
import { exact } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { ServingSpecialist } from "../scope/serving.queries";
import type { StateDemand } from "./place.queries";
import type { StateTopicWaiting, StateWaiting } from "./place.type";

/** What is read of the network for the states. */
export interface PlaceFacts {
  readonly demand: readonly StateDemand[];
  readonly specialists: readonly ServingSpecialist[];
  /** Every state there is. */
  readonly states: readonly StateRow[];
  /** In the framework's order. */
  readonly topics: readonly TopicRow[];
  /** Topics the scope names; empty = all. */
  readonly chosen: readonly string[];
}

/** Every state with open or recent requests, by name, and who serves it. */
export function waitingByState({ demand, specialists, states, topics, chosen }: PlaceFacts): StateWaiting[] {
  const ofState = Map.groupBy(demand, ({ state }) => state);
  const asked = states.filter(({ code }) => ofState.has(code)).sort((a, b) => a.name.localeCompare(b.name));
  return asked.map((state) => {
    const rows = ofState.get(state.code) ?? [];
    const serving = specialists.filter((specialist) => serves(specialist, state.code));
    const offering = chosen.length === 0 ? serving : serving.filter(lists(chosen));
    return { state, ...asking(rows.find(({ topic }) => topic === null)), ...offered(offering), topics: byTopic(rows, serving, topics) };
  });
}

const serves = ({ states }: ServingSpecialist, code: string): boolean => states === null || states.includes(code);
const lists =
  (codes: readonly string[]) =>
  ({ topics }: ServingSpecialist): boolean =>
    topics.some((topic) => codes.includes(topic));

const asking = (row: StateDemand | undefined): { demand: Figure; waiting: Figure } => ({
  demand: exact(row?.demand ?? 0, row?.demandSystems ?? 0),
  waiting: exact(row?.waiting ?? 0, row?.waitingSystems ?? 0),
});

const offered = (serving: readonly ServingSpecialist[]): { specialists: Figure; providers: Figure } => ({
  specialists: exact(serving.length, serving.length),
  providers: exact(new Set(serving.map(({ organisation }) => organisation)).size, serving.length),
});

function byTopic(rows: readonly StateDemand[], serving: readonly ServingSpecialist[], topics: readonly TopicRow[]): StateTopicWaiting[] {
  const ofTopic = new Map(rows.map((row) => [row.topic, row]));
  return topics.flatMap((topic) => {
    const row = ofTopic.get(topic.code);
    return row === undefined ? [] : [{ topic, ...asking(row), ...offered(serving.filter(lists([topic.code]))) }];
  });
}
