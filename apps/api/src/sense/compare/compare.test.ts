import { afterAll, beforeAll, expect, test } from "vitest";
import { PLANTED_TRENDS } from "../../demo/planted";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

interface Row {
  readonly metric: string;
  readonly of: { readonly key: string } | null;
  readonly one: Figure;
  readonly other: Figure;
  readonly by: string;
  readonly change: Figure;
  readonly pValue: number | null;
  readonly qValue: number | null;
  readonly verdict: string;
  readonly why: string | null;
}
interface Side {
  readonly weeks: number | null;
  readonly requests: number;
  readonly sessions: number;
  readonly relationships: number;
}
interface Compared {
  readonly one: Side;
  readonly other: Side;
  readonly shared: Readonly<Record<"requests" | "sessions" | "relationships" | "systems", number>>;
  readonly rows: readonly Row[];
  readonly refusal: { readonly reason: string; readonly why: string; readonly wouldLift: string } | null;
}

const FIGURE = "{ value low high n withheld }";
const SIDE = "{ weeks requests sessions relationships }";
const QUERY = `query ($scope: Scope, $to: Scope!, $leaveOut: Boolean!, $evidence: Evidence!) {
  compare(scope: $scope, to: $to, leaveOut: $leaveOut, evidence: $evidence) {
    one ${SIDE} other ${SIDE} shared { requests sessions relationships systems } refusal { reason why wouldLift }
    rows { metric of { key } one ${FIGURE} other ${FIGURE} by change ${FIGURE} pValue qValue verdict why } } }`;

async function compare(ask: Ask, scope: object, to: object, { leaveOut = false, evidence = "REQUESTS" } = {}): Promise<Compared> {
  const { data, errors } = await ask<{ compare: Compared }>(QUERY, { scope, to, leaveOut, evidence });
  expect(errors).toEqual([]);
  if (!data) throw new Error("The API gave no data.");
  return data.compare;
}

const FALL = { from: "2020-08-01", to: "2020-11-01" };
/** The network's first record is of 4 May. */
const SUMMER = { from: "2020-05-01", to: "2020-08-01" };
const NOW = new Date("2021-02-01T12:00:00Z");
const row = ({ rows }: Compared, metric: string, key: string | null = null) => rows.find((each) => each.metric === metric && (each.of?.key ?? null) === key);

test("each side has the figures that impact and needs give of it", async () => {
  const ask = await graphqlOver(database, NOW);
  const compared = await compare(ask, FALL, SUMMER);
  expect(compared.refusal).toBeNull();
  for (const [side, scope] of [["one", FALL], ["other", SUMMER]] as const) {
    const { data } = await ask<{ impact: Record<string, Figure & Figure[]>; needPatterns: { cells: { row: { key: string }; share: Figure }[] } }>(
      `query ($scope: Scope) { impact(scope: $scope) { requests ${FIGURE} sessionsHeld ${FIGURE} relationships ${FIGURE} systemsServed ${FIGURE} titleIShare ${FIGURE}
        returnRate ${FIGURE} responseRate ${FIGURE} sessionRating ${FIGURE} sustainedFourMonths ${FIGURE} localeMix { row { key } share ${FIGURE} } }
        needPatterns(scope: $scope, rows: TOPIC, evidence: REQUESTS) { cells { row { key } share ${FIGURE} } } }`,
      { scope },
    );
    const impact = data?.impact ?? {};
    expect(compared[side]).toMatchObject({ requests: impact["requests"]?.value, sessions: impact["sessionsHeld"]?.value, relationships: impact["relationships"]?.value });
    const pairs = { systems_served: "systemsServed", title_i_share: "titleIShare", return_rate: "returnRate", response_rate: "responseRate", session_rating: "sessionRating", sustained_four_months: "sustainedFourMonths" };
    for (const [metric, field] of Object.entries(pairs)) expect([metric, row(compared, metric)?.[side]]).toEqual([metric, impact[field]]);
    const locales = (impact["localeMix"] ?? []) as unknown as { row: { key: string }; share: Figure }[];
    for (const { row: { key }, share } of locales) expect([key, row(compared, "locale_mix", key)?.[side]]).toEqual([key, share]);
    for (const { row: { key }, share } of data?.needPatterns.cells ?? []) expect([key, row(compared, "need_share", key)?.[side]]).toEqual([key, share]);
  }
});

test("counts are told by the week: what each side holds over the weeks that it was there for", async () => {
  const ask = await graphqlOver(database, NOW);
  const compared = await compare(ask, FALL, SUMMER);
  // Summer time ends on 1 November at two: both periods lie within it.
  expect([compared.one.weeks, compared.other.weeks].map((weeks) => weeks?.toFixed(4))).toEqual([92 / 7, 89 / 7].map((weeks) => weeks.toFixed(4)));
  const requests = row(compared, "requests_a_week");
  expect(requests?.one.value).toBeCloseTo(compared.one.requests / (92 / 7), 6);
  expect(requests?.change.value).toBeCloseTo(compared.one.requests / 92 / (compared.other.requests / 89), 6);
});

test("what was made to rise or fall stands out most, and nothing is told that its interval does not bear out", async () => {
  const ask = await graphqlOver(database, NOW);
  const compared = await compare(ask, { from: "2020-11-01" }, { to: "2020-08-01" }, { evidence: "SESSIONS" });
  const topics = compared.rows.filter(({ metric, pValue }) => metric === "need_share" && pValue !== null).toSorted((a, b) => (a.pValue ?? 1) - (b.pValue ?? 1));
  const surest = topics.slice(0, PLANTED_TRENDS.length).map(({ of, change }) => `${of?.key ?? ""} ${(change.value ?? 0) > 0 ? "RISING" : "FALLING"}`);
  expect(surest.toSorted()).toEqual(PLANTED_TRENDS.map(({ topic, direction }) => `${topic} ${direction}`).toSorted());
  for (const { verdict, change, by, qValue, pValue, why } of compared.rows) {
    const same = by === "RATIO" ? 1 : 0;
    const bornOut = { HIGHER: (change.low ?? same) > same, LOWER: (change.high ?? same) < same, UNCLEAR: true, NOT_COMPARED: true }[verdict] ?? false;
    expect([verdict, bornOut]).toEqual([verdict, true]);
    expect((qValue ?? 1) < 0.05 || (verdict !== "HIGHER" && verdict !== "LOWER")).toBe(true);
    expect((why === null) === (pValue !== null)).toBe(true);
    expect(verdict === "NOT_COMPARED").toBe(why !== null);
  }
});

test("scopes that share records are refused, and with the shared left out they make up the whole", async () => {
  const ask = await graphqlOver(database, NOW);
  const refused = await compare(ask, { locales: ["RURAL"] }, {});
  expect(refused.refusal?.reason).toBe("NOT_COMPARABLE");
  expect(refused.shared.requests).toBe(refused.one.requests);
  expect(refused.rows).toEqual([]);
  const rest = await compare(ask, { locales: ["RURAL"] }, {}, { leaveOut: true });
  expect(rest.refusal).toBeNull();
  expect(rest.one.requests + rest.other.requests).toBe(refused.other.requests);
  expect(rest.one.sessions + rest.other.sessions).toBe(refused.other.sessions);
  expect(rest.one.weeks).toBe(rest.other.weeks);
});

test("the rest of all dates has the weeks that the period leaves over; a rest of mixed times has none", async () => {
  const ask = await graphqlOver(database, NOW);
  const rest = await compare(ask, FALL, {}, { leaveOut: true });
  const whole = await compare(ask, FALL, {});
  expect((rest.one.weeks ?? 0) + (rest.other.weeks ?? 0)).toBeCloseTo(whole.other.weeks ?? 0, 9);
  const mixed = await compare(ask, { ...FALL, locales: ["RURAL"] }, {}, { leaveOut: true });
  expect(mixed.other.weeks).toBeNull();
  expect(row(mixed, "requests_a_week")).toMatchObject({ verdict: "NOT_COMPARED", other: { withheld: "NO_DATA" } });
});

test("what the two parts were chosen by is shown and not tested, so that no difference is found that was put in", async () => {
  const ask = await graphqlOver(database, NOW);
  const rest = await compare(ask, { locales: ["RURAL"] }, {}, { leaveOut: true });
  expect(row(rest, "locale_mix", "RURAL")).toMatchObject({ one: { value: 1 }, other: { value: 0 }, verdict: "NOT_COMPARED", qValue: null });
  expect(row(rest, "title_i_share")?.qValue).not.toBeNull();
  const before = await compare(ask, { ...FALL, locales: ["CITY", "RURAL"] }, { ...SUMMER, locales: ["CITY", "RURAL"] });
  expect(row(before, "locale_mix", "RURAL")?.qValue).not.toBeNull();
});

test("a side with next to nothing is refused, and says what would lift it", async () => {
  const ask = await graphqlOver(database, NOW);
  const { refusal, rows } = await compare(ask, FALL, { from: "2019-01-01", to: "2019-02-01" });
  expect([refusal?.reason, rows]).toEqual(["TOO_FEW", []]);
  expect(refusal?.wouldLift).toMatch(/wider scope/);
});

test("it is the staff's", async () => {
  const ask = await graphqlOver(database, NOW);
  for (const viewer of [DEMO_FUNDER, DEMO_PROVIDER]) {
    const { errors } = await ask("{ compare(to: {}) { rows { metric } } }", {}, viewer);
    expect(errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  }
});
