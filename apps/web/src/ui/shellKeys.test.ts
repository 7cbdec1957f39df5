import { expect, test } from "vitest";
import { askedByKey } from "./shellKeys";

const press = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test("Ctrl and Cmd with K find from anywhere, a field included", () => {
  expect([press("k", { ctrlKey: true }), press("K", { metaKey: true })].map((key) => askedByKey(key, true))).toEqual(["find", "find"]);
});

test("a slash and a question mark ask only where nobody is typing", () => {
  expect(["/", "?"].map((key) => askedByKey(press(key), false))).toEqual(["find", "keys"]);
  expect(["/", "?"].map((key) => askedByKey(press(key), true))).toEqual([null, null]);
});

test("other keys, and keys of the browser's own, are left alone", () => {
  expect([press("k"), press("t"), press("f", { ctrlKey: true }), press("k", { ctrlKey: true, altKey: true })].map((key) => askedByKey(key, false))).toEqual([null, null, null, null]);
});
