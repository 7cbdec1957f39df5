import { expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { stateTarget, waitingLines, waitingMarks, waitingSentence, type WaitingState } from "./waitingStates";

const figure = (value: number): FigureFields => ({ value, low: null, high: null, n: value, withheld: null });

const four = (demand: number, waiting: number, specialists = 2) => ({ demand: figure(demand), waiting: figure(waiting), specialists: figure(specialists), providers: figure(1) });

function state(code: string, name: string, demand: number, waiting: number): WaitingState {
  const topic = (id: string, waits: number) => ({ topic: { id, code: id, label: id }, ...four(1, waits) });
  return { state: { code, name }, ...four(demand, waiting), topics: [topic("A", waiting), topic("B", 0)] };
}

test("the finding names few places and counts many", () => {
  const two = [state("OH", "Ohio", 3, 1), state("TX", "Texas", 2, 1), state("UT", "Utah", 1, 0)];
  expect(waitingSentence(two)).toBe("2 requests wait past two days, in Ohio, Texas");
  expect(waitingSentence([state("UT", "Utah", 1, 0)])).toBe("Nothing waits past two days; 1 request open or recent in 1 state");
  expect(waitingSentence(["A", "B", "C", "D"].map((code) => state(code, code, 1, 1)))).toBe("4 requests wait past two days, in 4 states");
});

test("a state that asks nothing holds nothing, which is known; a territory is drawn where it asks", () => {
  const marks = waitingMarks([state("OH", "Ohio", 3, 1), state("PR", "Puerto Rico", 2, 0)], new Map([["UT", "Utah"]]), "demand");
  const of = (code: string) => marks.find((mark) => mark.code === code);
  expect(marks).toHaveLength(52);
  expect(of("UT")).toMatchObject({ name: "Utah", value: 0, text: "no open or recent request" });
  expect(of("PR")).toMatchObject({ value: 2, label: "2" });
  expect(of("OH")?.text).toBe("3 open or recent requests, 1 waiting; 2 specialists could be asked");
  expect(of("GU")).toBeUndefined();
});

test("what waits is listed by state and topic, and a count opens its requests", () => {
  const states = [state("OH", "Ohio", 3, 1), state("TX", "Texas", 4, 2)];
  expect(waitingLines(states).map(({ state: { state: of }, topic }) => [of.code, topic.topic.code])).toEqual([["TX", "A"], ["OH", "A"]]);
  expect(stateTarget(states[0] ?? state("", "", 0, 0), "waiting").records).toEqual({ kind: "requests", standing: "WAITING", within: { states: ["OH"] } });
});
