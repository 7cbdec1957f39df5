import { expect, test } from "vitest";
import { FormClock } from "./formClock";

test("time goes to the field that the reader is at, in the order in which fields were reached", () => {
  const clock = new FormClock(1_000);
  clock.reach("DISTRICT", 2_000);
  clock.reach("NARRATIVE", 5_000);
  clock.reach("NARRATIVE", 6_000);
  clock.leave(15_000);
  clock.reach("DISTRICT", 20_000);
  expect(clock.progress(21_000)).toEqual({
    fields: [{ field: "DISTRICT", milliseconds: 4_000 }, { field: "NARRATIVE", milliseconds: 10_000 }],
    lastField: "DISTRICT",
    milliseconds: 20_000,
  });
});

test("a form that was opened and left has no fields", () => {
  expect(new FormClock(0).progress(3_000)).toEqual({ fields: [], lastField: null, milliseconds: 3_000 });
});
