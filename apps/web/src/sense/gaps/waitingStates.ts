import { TILES } from "../../chart/stateGrid";
import type { StateMark } from "../../chart/stateMark";
import { count, counted, type FigureFields } from "../figure/format";
import type { FigureTarget } from "../figure/target";

interface Four {
  readonly demand: FigureFields;
  readonly waiting: FigureFields;
  readonly specialists: FigureFields;
  readonly providers: FigureFields;
}

export interface WaitingTopic extends Four {
  readonly topic: { readonly id: string; readonly code: string; readonly label: string };
}

export interface WaitingState extends Four {
  readonly state: { readonly code: string; readonly name: string };
  readonly topics: readonly WaitingTopic[];
}

export type WaitingPart = "waiting" | "demand";

const total = (states: readonly WaitingState[], part: WaitingPart) => states.reduce((sum, each) => sum + (each[part].value ?? 0), 0);

/** The finding of the map: how much waits, and in how many states. */
export function waitingSentence(states: readonly WaitingState[]): string {
  const waiting = total(states, "waiting");
  const where = states.filter((each) => (each.waiting.value ?? 0) > 0);
  const demand = `${counted(total(states, "demand"), "request")} open or recent in ${counted(states.length, "state")}`;
  if (waiting === 0) return `Nothing waits past two days; ${demand}`;
  const places = where.length <= 3 ? where.map(({ state }) => state.name).join(", ") : counted(where.length, "state");
  return `${counted(waiting, "request")} ${waiting === 1 ? "waits" : "wait"} past two days, in ${places}`;
}

/**
 * Every state as the map shows it: those that ask nothing now hold nothing, which is known. Territories are drawn where they ask.
 * @param names of all states by code.
 */
export function waitingMarks(states: readonly WaitingState[], names: ReadonlyMap<string, string>, part: WaitingPart): readonly StateMark[] {
  const asking = new Map(states.map((each) => [each.state.code, each]));
  const codes = [...new Set([...TILES.keys(), ...asking.keys()])];
  return codes.map((code) => {
    const each = asking.get(code);
    const value = each?.[part].value ?? 0;
    return { code, name: each?.state.name ?? names.get(code) ?? code, value, text: each === undefined ? "no open or recent request" : stateWords(each), ...(value > 0 && { label: count(value) }) };
  });
}

function stateWords({ demand, waiting, specialists }: Four): string {
  return `${counted(demand.value ?? 0, "open or recent request")}, ${count(waiting.value ?? 0)} waiting; ${counted(specialists.value ?? 0, "specialist")} could be asked`;
}

const LABELS = { waiting: "Waiting", demand: "Open and recent requests" } as const;
const STANDINGS = { waiting: "WAITING", demand: "DEMAND" } as const;

/** What the menu of a state's count offers. */
export function stateTarget({ state, ...four }: WaitingState, part: WaitingPart): FigureTarget {
  const filter = { states: [state.code] };
  const records = { kind: "requests", standing: STANDINGS[part], within: filter } as const;
  return { label: `${LABELS[part]}, ${state.name}`, metric: part === "waiting" ? "state_waiting" : "state_demand", figure: four[part], filter, records };
}

/** What the menu of those who serve a state offers; on a topic, those who list it. */
export function serversTarget({ state }: WaitingState, part: "specialists" | "providers", four: Four, topic?: WaitingTopic["topic"]): FigureTarget {
  const filter = { states: [state.code], ...(topic && { topics: [topic.code] }) };
  const what = part === "specialists" ? "Specialists" : "Their organisations";
  const metric = part === "providers" ? "gap_providers" : topic === undefined ? "state_specialists" : "gap_specialists";
  return { label: `${what}, ${topic === undefined ? "" : `${topic.label}, `}${state.name}`, metric, figure: four[part], filter, records: { kind: "specialists", within: filter } };
}

/** What waits for whom: a line for each state and topic with something past the target, the most first. */
export function waitingLines(states: readonly WaitingState[]): readonly { readonly state: WaitingState; readonly topic: WaitingTopic }[] {
  const lines = states.flatMap((state) => state.topics.filter(({ waiting }) => (waiting.value ?? 0) > 0).map((topic) => ({ state, topic })));
  return lines.sort((a, b) => (b.topic.waiting.value ?? 0) - (a.topic.waiting.value ?? 0));
}
