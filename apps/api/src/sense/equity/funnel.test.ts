import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const NOW = new Date("2021-02-01T17:00:00Z");
const DAY = 86_400_000;

interface Shown {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly withheld: string | null;
}
interface Step {
  readonly stage: string;
  readonly requests: Shown;
  readonly ofBefore: Shown;
  readonly ofAsked: Shown;
  readonly difference: Shown | null;
  readonly qValue: number | null;
}
interface Funnel {
  readonly asked: Shown;
  readonly tooRecent: Shown;
  readonly unknown: Shown;
  readonly steps: readonly Step[];
  readonly groups: readonly { readonly key: { readonly key: string }; readonly asked: Shown; readonly steps: readonly Step[] }[];
  readonly refusal: { readonly reason: string } | null;
}

const FIGURE = "{ value low high n withheld }";
const STEPS = `{ stage requests ${FIGURE} ofBefore ${FIGURE} ofAsked ${FIGURE} difference ${FIGURE} qValue }`;

async function funnel(ask: Ask, args: string): Promise<Funnel> {
  const { data, errors } = await ask<{ reachFunnel: Funnel }>(
    `{ reachFunnel(${args}) { asked ${FIGURE} tooRecent ${FIGURE} unknown ${FIGURE} steps ${STEPS} groups { key { key } asked ${FIGURE} steps ${STEPS} } refusal { reason why wouldLift } } }`, {}, STAFF);
  if (!data) throw new Error(errors[0]?.message);
  return data.reachFunnel;
}

interface Asked {
  readonly locale: string;
  readonly matched: boolean;
  readonly sustained: boolean;
  readonly rated: boolean;
  readonly recent: boolean;
}

/** The way of every request, worked out one by one. */
async function ways(days: number): Promise<Asked[]> {
  const { sql } = database;
  const requests = await sql<{ id: string; locale: string | null; at: number }[]>`select r.id, s.locale, extract(epoch from r.submitted_at)::float8 * 1000 as at from requests r join systems s on s.id = r.system_id`;
  const engagements = await sql<{ id: string; request: string; at: number }[]>`select id, request_id as request, extract(epoch from matched_at)::float8 * 1000 as at from engagements`;
  const sessions = await sql<{ engagement: string; at: number; rated: number | null }[]>`select x.engagement_id as engagement, extract(epoch from x.held_at)::float8 * 1000 as at, extract(epoch from g.rated_at)::float8 * 1000 as rated from sessions x left join ratings g on g.session_id = x.id`;
  return requests.filter(({ at }) => at < NOW.getTime()).map(({ id, locale, at }) => {
    const until = at + days * DAY;
    const own = engagements.filter(({ request }) => request === id).map((engagement) => ({
      begun: engagement.at < until,
      held: sessions.filter((session) => session.engagement === engagement.id && session.at < until),
    }));
    const stayed = own.filter(({ held }) => held.length >= 3);
    return {
      locale: locale ?? "UNKNOWN",
      recent: until > NOW.getTime(),
      matched: own.some(({ begun, held }) => begun || held.length > 0),
      sustained: stayed.length > 0,
      rated: stayed.some(({ held }) => held.some(({ rated }) => rated !== null && rated < NOW.getTime())),
    };
  });
}

describe("the funnel", () => {
  test.each([90, 60, 150])("counts every step within %d days of asking, of those who asked as long ago", async (days) => {
    const found = await funnel(await graphqlOver(database, NOW), `followUpDays: ${days}`);
    const all = await ways(days);
    expect(found.tooRecent.value).toBe(all.filter(({ recent }) => recent).length);
    const followed = all.filter(({ recent, locale }) => !recent && locale !== "UNKNOWN");
    expect(found.asked.value).toBe(followed.length);
    for (const [rows, asked, steps] of [
      [followed, found.asked, found.steps] as const,
      ...found.groups.map((group) => [followed.filter(({ locale }) => locale === group.key.key), group.asked, group.steps] as const),
    ]) {
      const counts = [rows.length, rows.filter(({ matched }) => matched).length, rows.filter(({ sustained }) => sustained).length, rows.filter(({ rated }) => rated).length];
      expect([asked.value, ...steps.map(({ requests }) => requests.value)]).toEqual(counts);
      steps.forEach(({ ofBefore, ofAsked }, index) => {
        expect([ofBefore.n, ofAsked.n]).toEqual([counts[index], counts[0]]);
        expect(ofBefore.value ?? -1).toBeCloseTo(counts[index] ? (counts[index + 1] ?? NaN) / counts[index] : -1, 12);
      });
    }
  });

  test("holds each group against all others, with a q over all groups and steps, and not where either side has under ten", async () => {
    const { groups, steps, refusal } = await funnel(await graphqlOver(database, NOW), "by: LOCALE");
    expect(refusal).toBeNull();
    const compared = groups.flatMap((group) =>
      group.steps.map((step, index) => {
        const [inside, all] = [step.ofBefore.n ?? 0, steps[index]?.ofBefore.n ?? 0];
        const rest = ((steps[index]?.requests.value ?? 0) - (step.requests.value ?? 0)) / (all - inside);
        return { step, all, few: Math.min(inside, all - inside) < 10, difference: (step.ofBefore.value ?? NaN) - rest };
      }),
    );
    expect(compared.filter(({ few }) => few).map(({ step }) => [step.difference?.withheld, step.qValue])).toEqual(compared.filter(({ few }) => few).map(() => ["TOO_FEW", null]));
    for (const { step, all, difference } of compared.filter(({ few }) => !few)) {
      expect(step.difference?.value).toBeCloseTo(difference, 12);
      expect(step.difference?.n).toBe(all);
      expect(step.qValue).toBeGreaterThanOrEqual(0);
      expect(step.qValue).toBeLessThanOrEqual(1);
    }
  });

  test("is refused while nobody has been followed long enough, and of too few", async () => {
    const ask = await graphqlOver(database, NOW);
    expect((await funnel(ask, "followUpDays: 366")).refusal?.reason).toBe("TOO_SHORT");
    expect((await funnel(ask, "scope: { states: [\"WY\"] }")).refusal?.reason).toBe("TOO_FEW");
  });

  test.each([["by: TOPIC", "by"], ["followUpDays: 0", "followUpDays"], ["followUpDays: 400", "followUpDays"]])("%s is refused", async (args, field) => {
    const { errors } = await (await graphqlOver(database, NOW))(`{ reachFunnel(${args}) { by } }`);
    expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
  });
});

test("concentration is that of the served systems' students", async () => {
  const ask = await graphqlOver(database, NOW);
  const { data } = await ask<{ reachConcentration: Record<"gini" | "largestShare" | "largestFiveShare" | "effectiveSystems" | "systems", Shown> & { lorenz: { systems: number; students: number }[] } }>(
    `{ reachConcentration { systems ${FIGURE} gini ${FIGURE} largestShare ${FIGURE} largestFiveShare ${FIGURE} effectiveSystems ${FIGURE} lorenz { systems students } } }`);
  const rows = await database.sql<{ enrollment: number }[]>`
    select enrollment from systems s where enrollment is not null and exists (select from requests r join engagements e on e.request_id = r.id join sessions x on x.engagement_id = e.id where r.system_id = s.id) order by 1 desc`;
  const sizes = rows.map(({ enrollment }) => enrollment);
  const sum = sizes.reduce((a, b) => a + b, 0);
  const found = data?.reachConcentration;
  const pairs = sizes.reduce((total, a) => total + sizes.reduce((inner, b) => inner + Math.abs(a - b), 0), 0);
  expect(found?.systems.value).toBe(sizes.length);
  expect(found?.gini.value).toBeCloseTo(pairs / (2 * sizes.length * sum), 9);
  expect(found?.largestShare.value).toBeCloseTo((sizes[0] ?? NaN) / sum, 12);
  expect(found?.largestFiveShare.value).toBeCloseTo(sizes.slice(0, 5).reduce((a, b) => a + b, 0) / sum, 12);
  expect(found?.effectiveSystems.value).toBeCloseTo(1 / sizes.reduce((total, size) => total + (size / sum) ** 2, 0), 9);
  expect(found?.lorenz.at(-1)).toEqual({ systems: 1, students: 1 });
});

test.each([["a funder", DEMO_FUNDER], ["a coach", DEMO_COACH], ["a lead", DEMO_PROVIDER]])("%s gets neither the funnel nor the concentration", async (_, viewer) => {
  const ask = await graphqlOver(database, NOW);
  for (const field of ["reachFunnel { by }", "reachConcentration { lorenz { systems } }"]) {
    expect((await ask(`{ ${field} }`, {}, viewer)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  }
});
