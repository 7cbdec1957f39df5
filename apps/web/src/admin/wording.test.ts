import { expect, test } from "vitest";
import { counted, listed } from "./wording";

test("one is told from many", () => {
  expect([counted(1, "person", "people"), counted(1204, "person", "people"), counted(0, "mail", "mails")]).toEqual(["1 person", "1,204 people", "0 mails"]);
});

test("the last of several words follows an and", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]);
});
