import { describe, expect, test } from "vitest";
import type { KeyScope } from "@arl/schema/enums";
import type { Viewer } from "../../access/viewer";
import { estimate, exact, scaled, sumOver, withheld } from "./figure";
import { passGate } from "./gate";

test("a count is exact: it has no interval", () => {
  expect(exact(7, 5)).toEqual({ value: 7, low: null, high: null, n: 5, withheld: null });
});

test("a withheld number has neither value nor interval, but says why and what it would rest on", () => {
  expect(withheld("TOO_FEW", 3)).toEqual({ value: null, low: null, high: null, n: 3, withheld: "TOO_FEW" });
});

describe("a sum", () => {
  test("of nobody is 0", () => expect(sumOver(null, 0, 0)).toEqual(exact(0, 0)));
  test("of those whose figure nobody knows is not 0 but unknown", () => expect(sumOver(null, 0, 4)).toEqual(withheld("NO_DATA", 0)));
  test("rests on those whose figure is known", () => expect(sumOver(120, 3, 4)).toEqual(exact(120, 3)));
  test("that comes to 0 is 0", () => expect(sumOver(0, 2, 2)).toEqual(exact(0, 2)));
});

describe("an estimate", () => {
  test("keeps value, interval and n", () => {
    expect(estimate({ value: 0.5, low: 0.4, high: 0.6, n: 90 })).toEqual({ value: 0.5, low: 0.4, high: 0.6, n: 90, withheld: null });
  });

  test("that is refused says why", () => {
    expect(estimate({ withheld: "NOT_REACHED", n: 12 })).toEqual(withheld("NOT_REACHED", 12));
  });

  test("in another unit changes value and interval, not n", () => {
    expect(scaled({ value: 60, low: 30, high: null, n: 8, withheld: null }, 0.5)).toEqual({ value: 30, low: 15, high: null, n: 8, withheld: null });
    expect(scaled(withheld("NO_DATA", 0), 0.5)).toEqual(withheld("NO_DATA", 0));
  });
});

describe("the gate", () => {
  const viewer = (...roles: NonNullable<Viewer>["roles"]): NonNullable<Viewer> => ({
    id: "1",
    name: "",
    email: "",
    roles,
    positions: [],
    providerId: roles.includes("coach") || roles.includes("provider") ? "own" : null,
    coachId: null,
    key: null,
  });
  const answer = (who: Viewer, providers: string[] = []): unknown => {
    try {
      return passGate(who, providers);
    } catch (error) {
      return (error as { code?: unknown }).code;
    }
  };
  const exactly = (of: "all" | "own") => ({ form: "exact", of });
  const guarded = (ownProvider: string | null) => ({ form: "protected", ownProvider });

  test("gives staff exact figures, whatever else they are", () => {
    expect([answer(viewer("staff")), answer(viewer("funder", "staff"), ["any"])]).toEqual([exactly("all"), exactly("all")]);
  });

  test("gives funders, stewards, coaches and leads protected figures, taking the own rows of who has any out of account", () => {
    expect([answer(viewer("funder")), answer(viewer("steward"))]).toEqual([guarded(null), guarded(null)]);
    expect([answer(viewer("coach")), answer(viewer("provider")), answer(viewer("coach", "funder"))]).toEqual([guarded("own"), guarded("own"), guarded("own")]);
  });

  test("gives a lead exact figures of the own organisation alone", () => {
    expect(answer(viewer("provider"), ["own"])).toEqual(exactly("own"));
    for (const providers of [["other"], ["own", "other"]]) expect(answer(viewer("provider"), providers)).toEqual(guarded("own"));
    expect(answer(viewer("coach"), ["own"])).toEqual(guarded("own"));
  });

  test("gives a key what its scopes say", () => {
    const withKey = (...scopes: KeyScope[]) => ({ ...viewer("provider"), key: { id: "k", scopes } });
    expect(answer(withKey("own:read"), ["own"])).toEqual(exactly("own"));
    expect(answer(withKey("own:read"))).toBe("FORBIDDEN");
    expect([answer(withKey("shared:read")), answer(withKey("shared:read"), ["own"])]).toEqual([guarded("own"), guarded("own")]);
    expect(answer({ ...viewer("staff"), key: { id: "k", scopes: ["shared:read"] } })).toEqual(guarded(null));
  });

  test("lets nobody else through", () => {
    expect(answer(null)).toBe("UNAUTHENTICATED");
    expect(answer(viewer())).toBe("FORBIDDEN");
  });
});
