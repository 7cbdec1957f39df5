import { expect, test } from "vitest";
import { meantAddress } from "./address";
import { keepSent, keptSent } from "./sent";

test("whoever goes back is told for half an hour that their request is in", () => {
  const kept: Record<string, string> = {};
  const tab = { getItem: (key: string) => kept[key] ?? null, setItem: (key: string, value: string) => void (kept[key] = value) };
  expect(keptSent(tab, 0)).toBeNull();
  keepSent(tab, "/my/token", 0);
  expect(keptSent(tab, 1_799_000)).toBe("/my/token");
  expect(keptSent(tab, 1_801_000)).toBeNull();
});

test.each(["{", "null", '{"at":1}', '{"at":1,"link":"https://elsewhere.example"}'])("what is no sent request (%s) is none", (text) => {
  expect(keptSent({ getItem: () => text }, 2)).toBeNull();
});

test.each([
  ["dana@north.con", "dana@north.com"],
  ["dana@gmial.con ", "dana@gmail.com"],
  ["dana@k12.oh.edu", null],
  ["dana@connect.org", null],
  ["dana@gmail.co", null],
  ["", null],
])("an address like %j was meant to be %j", (typed, meant) => {
  expect(meantAddress(typed)).toBe(meant);
});
