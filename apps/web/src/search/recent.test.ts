import { expect, test } from "vitest";
import type { Found } from "./found";
import { keepRecent, readRecent } from "./recent";

function store() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}
const found = (id: string): Found => ({ id, group: "Topics", label: id, detail: null, opens: { kind: "page", to: `/topics/${id}` } });

test("the last five choices are kept, the latest first and none twice", () => {
  const kept = store();
  for (const id of ["a", "b", "c", "d", "e", "f", "c"]) keepRecent("one", found(id), kept);
  expect(readRecent("one", kept).map(({ id, group }) => [id, group])).toEqual(["c", "f", "e", "d", "b"].map((id) => [id, "Recent"]));
});

test("nobody is shown another's, and what cannot be read is nothing", () => {
  const kept = store();
  keepRecent("one", found("a"), kept);
  expect(readRecent("two", kept)).toEqual([]);
  expect(readRecent("one", { getItem: () => "{broken" })).toEqual([]);
  expect(readRecent("one", { getItem: () => '[1, {"id": 2}]' })).toEqual([]);
});
