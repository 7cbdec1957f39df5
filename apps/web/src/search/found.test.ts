import { describe, expect, test } from "vitest";
import { foundDefinitions, foundInNetwork, foundPages, grouped } from "./found";

const PAGES = [
  { to: "/needs", label: "Needs" },
  { to: "/calls", label: "Learning calls", whole: true },
];
const staff = { seesAnalysis: true, isStaff: true };
const nobody = { seesAnalysis: false, isStaff: false };
const result = (kind: "TOPIC" | "DOMAIN" | "SYSTEM" | "COACH" | "PROVIDER" | "RESOURCE", url: string | null = null) => ({ kind, id: "x", label: "X", detail: "of Y", url });

test("pages are found by the beginnings of their words, in any case; all of them before anything is typed", () => {
  const found = (typed: string) => foundPages(PAGES, typed).map(({ label }) => label);
  expect([found(""), found("CAL"), found("calls lea"), found("alls")]).toEqual([["Needs", "Learning calls"], ["Learning calls"], ["Learning calls"], []]);
});

test("a definition leads to its entry of the glossary, and none is listed before something is typed", () => {
  const metrics = [{ id: "return_rate", label: "Return rate" }];
  expect(foundDefinitions(metrics, "ret")[0]?.opens).toEqual({ kind: "page", to: "/definitions", hash: "return_rate", whole: true });
  expect(foundDefinitions(metrics, " ")).toEqual([]);
});

describe("what the network holds", () => {
  test("leads to a topic's page, a system's and a coach's record, and an organisation's needs", () => {
    const opens = foundInNetwork([result("TOPIC"), result("SYSTEM"), result("COACH"), result("PROVIDER")], staff).map((found) => found.opens);
    expect(opens).toEqual([
      { kind: "page", to: "/topics/x" },
      { kind: "record", of: "SYSTEM", id: "x", name: "X" },
      { kind: "record", of: "COACH", id: "x", name: "X" },
      { kind: "page", to: "/needs", search: { providers: "x" }, whole: true },
    ]);
  });

  test("is left out where it would lead this reader nowhere", () => {
    expect(foundInNetwork([result("TOPIC"), result("DOMAIN"), result("PROVIDER")], nobody)).toEqual([]);
  });

  test("a resource is opened at its address, and only if that is of the web", () => {
    expect(foundInNetwork([result("RESOURCE", "https://hub.example/a"), result("RESOURCE", "javascript:alert(1)")], nobody).map(({ opens }) => opens)).toEqual([
      { kind: "address", url: "https://hub.example/a" },
    ]);
  });
});

test("groups come in the order of their best line", () => {
  const found = foundInNetwork([result("SYSTEM"), { ...result("TOPIC"), id: "t" }, { ...result("SYSTEM"), id: "s2" }], staff);
  expect(grouped(found).map(([group, lines]) => [group, lines.length])).toEqual([["Systems", 2], ["Topics", 1]]);
});
