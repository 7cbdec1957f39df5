import { LOCALES, POVERTY_BANDS } from "@arl/schema/enums";
import { describe, expect, test } from "vitest";
import { narrowed, readScope, without, writeScope, type Scope } from "./scope";
import { readSearchText, writeSearchText } from "./searchText";

const WHOLE: Scope = {
  from: "2020-05-01",
  to: "2021-02-01",
  states: ["CA", "TX"],
  regions: ["SOUTH"],
  locales: ["RURAL", "TOWN"],
  titleI: true,
  povertyBands: ["OVER_30", "UNKNOWN"],
  enrollmentBands: ["UNDER_1K"],
  governance: ["CHARTER"],
  providers: ["prov-1", "prov_2"],
  topics: ["PER", "STU-ACC", "NONE"],
};

/** The scope that an address holds after the scope was written into it. */
const there = (scope: Scope) => readScope(readSearchText(writeSearchText(writeScope(scope))));

/** Every scope made of some of the fields of WHOLE. */
function subsets(): Scope[] {
  const fields = Object.entries(WHOLE);
  return Array.from({ length: 2 ** fields.length }, (_, mask) =>
    Object.fromEntries(fields.filter((_entry, bit) => (mask >> bit) & 1)),
  );
}

describe("a scope in the address", () => {
  test("comes back as it went, whatever fields it has", () => {
    for (const scope of subsets()) expect(there(scope)).toEqual({ scope, dropped: [] });
  });

  test("comes back for each single word of a list", () => {
    for (const locale of LOCALES) expect(there({ locales: [locale] }).scope).toEqual({ locales: [locale] });
    for (const band of POVERTY_BANDS) expect(there({ povertyBands: [band] }).scope).toEqual({ povertyBands: [band] });
    for (const titleI of [true, false]) expect(there({ titleI }).scope).toEqual({ titleI });
  });

  test("is plain text that a person can write", () => {
    expect(writeSearchText(writeScope({ from: "2020-05-01", states: ["CA", "TX"], titleI: true }))).toBe(
      "?from=2020-05-01&states=CA,TX&titleI=true",
    );
  });

  test("is empty for the whole network", () => {
    expect(writeSearchText(writeScope({}))).toBe("");
    expect(readScope({})).toEqual({ scope: {}, dropped: [] });
  });
});

describe("an address that cannot be read", () => {
  test("keeps what it can and names what it leaves out", () => {
    const { scope, dropped } = readScope({ locales: "RURAL,MOON", from: "2020-13-40", poverty: "x", states: "CA" });
    expect(scope).toEqual({ locales: ["RURAL"], states: ["CA"] });
    expect(dropped).toEqual([
      { param: "from", value: "2020-13-40" },
      { param: "locales", value: "MOON" },
      { param: "poverty", value: "x" },
    ]);
  });

  test("leaves out an end that comes before its start", () => {
    expect(readScope({ from: "2020-05-01", to: "2020-05-01" })).toEqual({
      scope: { from: "2020-05-01" },
      dropped: [{ param: "to", value: "2020-05-01" }],
    });
  });

  test.each(["", ",", " , "])("takes %j as no restriction", (text) => {
    expect(readScope({ states: text })).toEqual({ scope: {}, dropped: [] });
  });

  test("reads small letters, spaces and repeats", () => {
    expect(readScope({ states: " ca,CA , tx", locales: "rural" }).scope).toEqual({ states: ["CA", "TX"], locales: ["RURAL"] });
  });

  test("does not pass on ids that no id looks like", () => {
    expect(readScope({ topics: "STU-ACC,<script>", providers: "a b" })).toEqual({
      scope: { topics: ["STU-ACC"] },
      dropped: [
        { param: "providers", value: "a b" },
        { param: "topics", value: "<script>" },
      ],
    });
  });
});

describe("a scope made narrower", () => {
  test("keeps its other fields", () => {
    expect(narrowed({ states: ["CA"] }, { topics: ["PER"] })).toEqual({ states: ["CA"], topics: ["PER"] });
  });

  test("cuts a month to the scope's own period", () => {
    const scope = { from: "2020-05-15", to: "2020-09-10" };
    expect(narrowed(scope, { from: "2020-05-01", to: "2020-06-01" })).toEqual({ from: "2020-05-15", to: "2020-06-01" });
    expect(narrowed(scope, { from: "2020-09-01", to: "2020-10-01" })).toEqual({ from: "2020-09-01", to: "2020-09-10" });
  });

  test("loses a field whole", () => {
    expect(without(WHOLE, "from", "to")).not.toHaveProperty("from");
    expect(without({ states: ["CA"] }, "states")).toEqual({});
  });
});
