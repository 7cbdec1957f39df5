import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHALLENGE } from "../../demo/planted";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const FIGURE = "{ value low high n withheld }";
const NOW = "2021-02-01 00:00 America/New_York";
const MONTH = 30.4375;

/** What a query answers under its own name. */
async function answer<Data>(ask: Ask, name: string, rest: string): Promise<Data> {
  const { data, errors } = await ask<Record<string, Data>>(`{ ${name}${rest} }`);
  expect(errors).toEqual([]);
  const found = data?.[name];
  if (found === undefined) throw new Error(`${name} says nothing`);
  return found;
}

const frozen = () => graphqlOver(database, new Date("2021-02-01T05:00:00Z"));

interface Relationship {
  readonly locale: string;
  readonly title_i: boolean | null;
  readonly days: number;
  readonly ending: string | null;
}

/** Relationships by plain SQL: nothing of the analysis's own. */
const relationships = () =>
  database.sql.unsafe<Relationship[]>(`
    select coalesce(s.locale, 'UNKNOWN') as locale, s.title_i,
      (extract(epoch from (case when e.closed_at < '${NOW}' then max(x.held_at) else '${NOW}' end) - min(x.held_at)) / 86400)::float8 as days,
      case when e.closed_at < '${NOW}' then (case e.close_reason when 'referred_out' then 'referred' else 'closed' end) end as ending
    from engagements e join sessions x on x.engagement_id = e.id and x.held_at < '${NOW}' join requests r on r.id = e.request_id join systems s on s.id = r.system_id
    group by e.id, s.locale, s.title_i`);

interface Survival {
  readonly groups: readonly { key: { key: string }; relationships: Figure; closed: number; referred: number; sustainedFourMonths: Figure; closedFourMonths: Figure; referredFourMonths: Figure; isTested: boolean; refusal: { why: string } | null }[];
  readonly test: { statistic: number; df: number; pValue: number; qValue: number; comparisons: number; groups: number } | null;
  readonly refusal: { reason: string; why: string; wouldLift: string } | null;
}
const SURVIVAL = `{ groups { key { key } relationships ${FIGURE} closed referred sustainedFourMonths ${FIGURE} closedFourMonths ${FIGURE} referredFourMonths ${FIGURE} isTested refusal { why } }
  test { statistic df pValue qValue comparisons groups } refusal { reason why wouldLift } }`;

describe("survival by group", () => {
  test("counts, curves and ways of ending are those of the rows", async () => {
    const { groups } = await answer<Survival>(await frozen(), "survivalByGroup", `(by: LOCALE) ${SURVIVAL}`);
    const byLocale = Map.groupBy(await relationships(), ({ locale }) => locale);
    expect(groups.map(({ key }) => key.key)).toEqual(["CITY", "SUBURB", "TOWN", "RURAL", "UNKNOWN"].filter((key) => byLocale.has(key)));
    for (const group of groups.filter(({ refusal }) => refusal === null)) {
      const own = byLocale.get(group.key.key) ?? [];
      let [survival, closed, referred] = [1, 0, 0];
      let all = 1;
      for (const time of [...new Set(own.map(({ days }) => days))].sort((a, b) => a - b).filter((days) => days <= 4 * MONTH)) {
        const atRisk = own.filter(({ days }) => days >= time).length;
        const ended = (how: string) => own.filter(({ days, ending }) => days === time && ending === how).length;
        survival *= 1 - ended("closed") / atRisk;
        closed += (all * ended("closed")) / atRisk;
        referred += (all * ended("referred")) / atRisk;
        all *= 1 - (ended("closed") + ended("referred")) / atRisk;
      }
      expect([group.relationships.value, group.closed]).toEqual([own.length, own.filter(({ ending }) => ending === "closed").length]);
      expect(group.sustainedFourMonths.value).toBeCloseTo(survival, 6);
      expect(group.closedFourMonths.value).toBeCloseTo(closed, 6);
      expect(group.referredFourMonths.value).toBeCloseTo(referred, 6);
    }
  });

  test("the test of two groups is the log-rank of the rows, and q is over all ways of grouping", async () => {
    const { test: found } = await answer<Survival>(await frozen(), "survivalByGroup", `(by: TITLE_I) ${SURVIVAL}`);
    const known = (await relationships()).filter(({ title_i }) => title_i !== null);
    let [difference, variance] = [0, 0];
    for (const time of new Set(known.filter(({ ending }) => ending === "closed").map(({ days }) => days))) {
      const atRisk = known.filter(({ days }) => days >= time);
      const [n, n1] = [atRisk.length, atRisk.filter(({ title_i }) => title_i).length];
      const events = known.filter(({ days, ending }) => days === time && ending === "closed");
      const d = events.length;
      difference += events.filter(({ title_i }) => title_i).length - (d * n1) / n;
      if (n > 1) variance += (d * (n - d) * n1 * (n - n1)) / (n * n * (n - 1));
    }
    expect(found?.statistic).toBeCloseTo(difference ** 2 / variance, 6);
    expect([found?.df, found?.groups]).toEqual([1, 2]);
    expect(found?.comparisons).toBeGreaterThan(4);
    expect(found?.qValue).toBeGreaterThanOrEqual(found?.pValue ?? 1);
  });

  test("nothing was planted that makes groups differ, and none is said to", async () => {
    const ask = await frozen();
    for (const by of ["LOCALE", "TITLE_I", "POVERTY_BAND", "ENROLLMENT_BAND", "REGION", "GOVERNANCE", "STATE"]) {
      const { test: found } = await answer<Survival>(ask, "survivalByGroup", `(by: ${by}) ${SURVIVAL}`);
      expect([by, found === null || found.qValue > 0.05]).toEqual([by, true]);
    }
  });

  test("is refused by organisation, by topic and over few, with what would lift it", async () => {
    const ask = await frozen();
    for (const rest of ["(by: PROVIDER)", "(by: TOPIC)", "(by: MONTH)", `(by: LOCALE, scope: { states: ["VT"] })`]) {
      const { test: found, refusal } = await answer<Survival>(ask, "survivalByGroup", `${rest} ${SURVIVAL}`);
      expect([rest, found]).toEqual([rest, null]);
      expect(refusal?.why).toMatch(/\.$/);
      expect(refusal?.wouldLift).toMatch(/\.$/);
    }
  });
});

interface Curve {
  readonly slope: Figure;
  readonly relationships: number;
  readonly points: readonly { call: number; raw: Figure; change: Figure }[];
  readonly refusal: { reason: string } | null;
}
const CURVE = `{ slope ${FIGURE} relationships points { call raw ${FIGURE} change ${FIGURE} } refusal { reason } }`;

/** Values by relationship and call, by plain SQL. */
async function callsOf(column: string): Promise<{ engagement: string; call: number; y: number }[]> {
  const rows = await database.sql.unsafe<{ engagement: string; call: number; y: number | null }[]>(`
    select x.engagement_id as engagement, (row_number() over (partition by x.engagement_id order by x.held_at, x.id))::int as call, (${column})::float8 as y
    from sessions x left join ratings g on g.session_id = x.id and g.rated_at < '${NOW}' where x.held_at < '${NOW}'`);
  return rows.flatMap(({ engagement, call, y }) => (y === null || call > 8 ? [] : [{ engagement, call, y }]));
}

function withinSlope(rows: readonly { engagement: string; call: number; y: number }[]): number {
  let [cross, square] = [0, 0];
  for (const own of Map.groupBy(rows, ({ engagement }) => engagement).values()) {
    const centre = own.reduce((sum, { call }) => sum + call, 0) / own.length;
    for (const { call, y } of own) {
      cross += (call - centre) * y;
      square += (call - centre) ** 2;
    }
  }
  return cross / square;
}

describe("from call to call", () => {
  test("the work gets harder by what was planted, and the slope is that of the rows", async () => {
    const ask = await frozen();
    const { level } = await answer<{ level: Curve }>(ask, "challengeProgression", `{ level ${CURVE} }`);
    expect(level.slope.value).toBeCloseTo(withinSlope(await callsOf("x.challenge_level")), 8);
    expect([level.slope.low ?? 9, level.slope.high ?? 0]).toEqual([expect.closeTo(CHALLENGE.perCall, 1), expect.closeTo(CHALLENGE.perCall, 1)]);
    expect((level.slope.low ?? 9) <= CHALLENGE.perCall && CHALLENGE.perCall <= (level.slope.high ?? 0)).toBe(true);
    const impact = await answer<{ challengeByCall: { call: number; level: Figure }[] }>(ask, "impact", `{ challengeByCall { call level ${FIGURE} } }`);
    const rounded = ({ value, low, high, n }: Figure) => [value?.toFixed(9), low?.toFixed(9), high?.toFixed(9), n];
    expect(level.points.map(({ call, raw }) => [call, rounded(raw)])).toEqual(impact.challengeByCall.map((each) => [each.call, rounded(each.level)]));
    expect(level.points.map(({ change }) => change.value)).toEqual([...level.points].map(({ change }) => change.value).sort((a, b) => (a ?? 0) - (b ?? 0)));
  });

  test("ratings were made without regard to the call, and no change is found", async () => {
    const { rating, wantsMore, reading } = await answer<{ rating: Curve; wantsMore: Curve; reading: string }>(await frozen(), "doseCurve", `{ rating ${CURVE} wantsMore ${CURVE} reading }`);
    expect(rating.slope.value).toBeCloseTo(withinSlope(await callsOf("g.rating")), 8);
    expect(wantsMore.slope.value).toBeCloseTo(withinSlope(await callsOf("case g.wants_more when true then 1 when false then 0 end")), 8);
    expect((rating.slope.low ?? 1) < 0 && 0 < (rating.slope.high ?? -1)).toBe(true);
    expect(reading).toMatch(/not an effect/);
  });

  test("too few relationships are refused, and nothing is made of none", async () => {
    const ask = await frozen();
    const { level } = await answer<{ level: Curve }>(ask, "challengeProgression", `(scope: { to: "2020-05-12" }) { level ${CURVE} }`);
    expect([level.refusal?.reason, level.slope.value]).toEqual(["TOO_FEW", null]);
    const { rating } = await answer<{ rating: Curve }>(ask, "doseCurve", `(scope: { to: "2019-01-01" }) { rating ${CURVE} }`);
    expect([rating.refusal?.reason, rating.points]).toEqual(["TOO_FEW", []]);
  });
});

interface Ratings {
  readonly centre: number | null;
  readonly groups: readonly { key: { key: string }; qValue: number | null; rating: Figure; responseRate: Figure; ratingIfAllAnswered: Figure; shrunken: Figure; refusal: { reason: string } | null }[];
  readonly test: { pValue: number; qValue: number; comparisons: number } | null;
  readonly refusal: { reason: string; why: string } | null;
  readonly shrinkageRefusal: { reason: string } | null;
}
const RATINGS = `{ centre groups { key { key } qValue rating ${FIGURE} responseRate ${FIGURE} ratingIfAllAnswered ${FIGURE} shrunken ${FIGURE} refusal { reason } }
  test { pValue qValue comparisons } refusal { reason why } shrinkageRefusal { reason } }`;

describe("ratings by group", () => {
  test("means, response and bounds are those of the rows", async () => {
    const { groups, centre } = await answer<Ratings>(await frozen(), "ratingsByGroup", `(by: LOCALE) ${RATINGS}`);
    const rows = await database.sql.unsafe<{ key: string; held: number; rated: number; sum: number }[]>(`
      select coalesce(s.locale, 'UNKNOWN') as key, count(*)::int as held, count(g.rating)::int as rated, coalesce(sum(g.rating), 0)::float8 as sum
      from sessions x join engagements e on e.id = x.engagement_id join requests r on r.id = e.request_id join systems s on s.id = r.system_id
      left join ratings g on g.session_id = x.id and g.rated_at < '${NOW}' where x.held_at < '${NOW}' group by 1`);
    for (const { key, rating, responseRate, ratingIfAllAnswered, shrunken, refusal } of groups) {
      const own = rows.find((row) => row.key === key.key);
      if (own === undefined) throw new Error(key.key);
      expect([responseRate.value, responseRate.n]).toEqual([expect.closeTo(own.rated / own.held, 10), own.held]);
      expect([ratingIfAllAnswered.low, ratingIfAllAnswered.high]).toEqual([(own.sum + own.held - own.rated) / own.held, (own.sum + 5 * (own.held - own.rated)) / own.held].map((end) => expect.closeTo(end, 10)));
      if (refusal !== null) continue;
      expect([rating.value, rating.n]).toEqual([expect.closeTo(own.sum / own.rated, 10), own.rated]);
      expect(Math.abs((shrunken.value ?? 0) - (centre ?? 0))).toBeLessThanOrEqual(Math.abs((rating.value ?? 0) - (centre ?? 0)) + 1e-9);
    }
  });

  test("ratings were shuffled, so no group of any kind stands apart", async () => {
    const ask = await frozen();
    for (const by of ["LOCALE", "TITLE_I", "REGION", "DOMAIN", "TOPIC", "CHALLENGE_LEVEL"]) {
      const { groups, test: found } = await answer<Ratings>(ask, "ratingsByGroup", `(by: ${by}) ${RATINGS}`);
      expect([by, groups.filter(({ qValue }) => qValue !== null && qValue < 0.05)]).toEqual([by, []]);
      expect([by, (found?.qValue ?? 0) > 0.05, (found?.comparisons ?? 0) > 5]).toEqual([by, true, true]);
    }
  });

  test("topics stand in the framework's order, whatever their ratings", async () => {
    const ask = await frozen();
    const { groups } = await answer<Ratings>(ask, "ratingsByGroup", `(by: DOMAIN) ${RATINGS}`);
    const domains = (await answer<{ code: string }[]>(ask, "domains", "{ code }")).map(({ code }) => code);
    const shown = groups.map(({ key }) => key.key);
    expect(shown).toEqual([...domains, "NONE"].filter((code) => shown.includes(code)));
  });

  test("organisations and time are refused, two groups are not drawn together, unknown ones have no mean", async () => {
    const ask = await frozen();
    const league = await answer<Ratings>(ask, "ratingsByGroup", `(by: PROVIDER) ${RATINGS}`);
    expect([league.groups, league.refusal?.reason]).toEqual([[], "NOT_COMPARABLE"]);
    expect(league.refusal?.why).toMatch(/league table/);
    expect((await answer<Ratings>(ask, "ratingsByGroup", `(by: WEEK) ${RATINGS}`)).refusal?.reason).toBe("NOT_COMPARABLE");
    const two = await answer<Ratings>(ask, "ratingsByGroup", `(by: TITLE_I) ${RATINGS}`);
    expect([two.refusal, two.shrinkageRefusal?.reason]).toEqual([null, "TOO_FEW"]);
    expect(two.groups.find(({ key }) => key.key === "UNKNOWN")?.refusal?.reason).toBe("NOT_RECORDED");
  });
});

interface Watch {
  readonly coaches: number;
  readonly sessions: number;
  readonly series: readonly { measure: string; median: Figure; largest: Figure; effects: readonly { outcome: string; slope: Figure; detectable: number | null; qValue: number | null; bins: readonly { from: number; to: number | null; raw: Figure }[] }[] }[];
}
const WATCH = `{ coaches sessions series { measure median ${FIGURE} largest ${FIGURE} effects { outcome slope ${FIGURE} detectable qValue bins { from to raw ${FIGURE} } } } }`;

describe("load watch", () => {
  test("loads are those of the rows", async () => {
    const { sessions, series } = await answer<Watch>(await frozen(), "loadWatch", WATCH);
    const rows = await database.sql.unsafe<{ load: number; booked: number | null; level: number | null }[]>(`
      select x.challenge_level::int as level,
        (select count(*)::int from engagements o join engagement_coaches mine on mine.engagement_id = o.id and mine.coach_id = c.id
          where (select min(f.held_at) from sessions f where f.engagement_id = o.id) <= x.held_at and (o.closed_at is null or o.closed_at > x.held_at)) as load,
        (select coalesce(sum(coalesce(b.minutes, usual.minutes)), 0) / 60.0 / c.hours_per_month from sessions b
          where b.held_at < x.held_at and b.held_at >= x.held_at - interval '720 hours'
          and (exists (select from session_coaches own where own.session_id = b.id and own.coach_id = c.id)
            or (not exists (select from session_coaches own where own.session_id = b.id)
              and exists (select from engagement_coaches team where team.engagement_id = b.engagement_id and team.coach_id = c.id))))::float8 as booked
      from sessions x join engagement_coaches lead on lead.engagement_id = x.engagement_id and lead.position = 0 join coaches c on c.id = lead.coach_id
      cross join (select percentile_disc(0.5) within group (order by minutes) as minutes from sessions where held_at < '${NOW}') usual
      where x.held_at < '${NOW}'`);
    const [byRelationships, byHours] = series;
    expect(sessions).toBe(rows.length);
    expect(byRelationships?.largest.value).toBe(Math.max(...rows.map(({ load }) => load)));
    expect(byRelationships?.effects.find(({ outcome }) => outcome === "CHALLENGE")?.bins.map(({ from, raw }) => [from, raw.n])).toEqual(
      [[0, 3], [3, 5], [5, 7], [7, 9], [9, 13], [13, 99]]
        .map(([from = 0, to = 0]) => [from, rows.filter(({ load, level }) => level !== null && load >= from && load < to).length])
        .filter(([, n]) => n !== 0),
    );
    expect(byHours?.largest.value).toBeCloseTo(Math.max(...rows.map(({ booked }) => booked ?? 0)), 8);
  });

  test("nothing was planted, and nothing is found; what would have shown is said", async () => {
    const { series } = await answer<Watch>(await frozen(), "loadWatch", WATCH);
    for (const { effects } of series) {
      for (const { slope, qValue, detectable } of effects) {
        expect(qValue).toBeGreaterThan(0.05);
        expect(detectable).toBeGreaterThan(((slope.high ?? 0) - (slope.low ?? 0)) / 2);
      }
    }
  });
});

test("all of it is for staff alone", async () => {
  const ask = await frozen();
  const queries = ["survivalByGroup(by: LOCALE) { by }", "challengeProgression { reading }", "doseCurve { reading }", "ratingsByGroup(by: LOCALE) { by }", "loadWatch { reading }"];
  for (const viewer of [DEMO_FUNDER, DEMO_PROVIDER, DEMO_COACH]) {
    for (const query of queries) expect((await ask(`{ ${query} }`, {}, viewer)).errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  }
});
