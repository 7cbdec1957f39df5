import { setImmediate } from "node:timers/promises";
import { atOnce, type Steps } from "@arl/analysis/steps";
import { expect, test } from "vitest";
import { inTurns } from "./inTurns";

/** Keeps the processor busy for 30 ms in each of its steps. */
function* sums(steps: number): Steps<number> {
  let sum = 0;
  for (let step = 1; step <= steps; step += 1) {
    for (const until = performance.now() + 30; performance.now() < until; );
    sum += step;
    yield;
  }
  return sum;
}

test("in turns and at once it comes to the same", async () => {
  expect(await inTurns(sums(4))).toBe(10);
  expect(atOnce(sums(4))).toBe(10);
});

test("others have their turn while it runs", async () => {
  let turns = 0;
  let isDone = false;
  const other = async () => {
    while (!isDone) {
      turns += 1;
      await setImmediate();
    }
  };
  const waiting = other();
  await inTurns(sums(5));
  isDone = true;
  await waiting;
  expect(turns).toBeGreaterThanOrEqual(5);
});

test("an error in a step is the error of the whole", async () => {
  function* failing(): Steps<number> {
    yield;
    throw new RangeError("no");
  }
  await expect(inTurns(failing())).rejects.toThrow("no");
});
