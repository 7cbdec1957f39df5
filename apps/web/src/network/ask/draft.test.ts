import { expect, test } from "vitest";
import { emptyDraft, forgetDraft, keepDraft, keptDraft } from "./draft";

function storage(kept: Record<string, string> = {}) {
  return { kept, getItem: (key: string) => kept[key] ?? null, setItem: (key: string, value: string) => void (kept[key] = value), removeItem: (key: string) => void delete kept[key] };
}

const DAY = 86_400_000;

test("a draft is kept for a week, with the key under which it is sent", () => {
  const browser = storage();
  const draft = { ...emptyDraft(), narrative: "Half of a thought" };
  keepDraft(browser, draft, 0);
  expect(keptDraft(browser, 6 * DAY)).toEqual(draft);
  expect(keptDraft(browser, 8 * DAY).narrative).toBe("");
  expect(browser.kept).toEqual({});
});

test("a draft that was sent is forgotten, and the next has another key", () => {
  const browser = storage();
  const draft = emptyDraft();
  keepDraft(browser, draft, 0);
  forgetDraft(browser);
  expect(keptDraft(browser, 1).key).not.toBe(draft.key);
});

test.each(["{", "null", '{"at":"x"}', '{"draft":{}}'])("what is no draft (%s) is an empty one", (text) => {
  expect(keptDraft(storage({ "ask-draft": text }), 0)).toMatchObject({ narrative: "", district: null });
});

test("where nothing may be kept, the form works as before", () => {
  const forbidden = () => {
    throw new Error("denied");
  };
  const browser = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
  keepDraft(browser, emptyDraft(), 0);
  expect(keptDraft(browser, 0).email).toBe("");
});
