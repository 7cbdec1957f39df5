import fc from "fast-check";
import { expect, test } from "vitest";
import { actionsIn, CASE_ACTIONS, CASE_STATES, dueAfter, stepOf, turnIn, type CaseActor, type CaseState } from "./case";

const ACTORS: readonly CaseActor[] = ["staff", "leader", "destination"];
const ENDS: readonly CaseState[] = ["refused", "turned_down", "closed", "cancelled"];

test("each state has somebody whose turn it is and a due date, or is an end from which nothing leads", () => {
  for (const state of CASE_STATES) {
    const actor = turnIn(state);
    const isEnd = ENDS.includes(state);
    expect([state, actor === null, dueAfter(state, new Date()) === null]).toEqual([state, isEnd, isEnd]);
    const open = ACTORS.flatMap((who) => actionsIn(state, who));
    expect([state, open.length > 0]).toEqual([state, !isEnd]);
    expect([state, actor !== null && actionsIn(state, actor).length > 0]).toEqual([state, !isEnd]);
  }
});

test("whatever is tried in whatever order, nothing is sent without consent, and what is sent was sent once", () => {
  const tries = fc.array(fc.tuple(fc.constantFrom(...CASE_ACTIONS), fc.constantFrom(...ACTORS)), { maxLength: 30 });
  fc.assert(
    fc.property(tries, (steps) => {
      let state: CaseState = "drafted";
      const done: string[] = [];
      for (const [action, actor] of steps) {
        const to: CaseState | null = stepOf(state, action, actor);
        if (to === null) continue;
        done.push(action);
        state = to;
      }
      const sent = done.indexOf("send");
      expect(sent === -1 || done.indexOf("agree") < sent).toBe(true);
      expect(sent === -1 || done.includes("agree")).toBe(true);
      expect(done.filter((each) => each === "send").length).toBeLessThan(2);
    }),
  );
});

test("a leader has a fortnight to say what came of it, from when it was taken on", () => {
  expect(dueAfter("acknowledged", new Date("2020-06-01T12:00:00Z"))).toEqual(new Date("2020-06-15T12:00:00Z"));
});
