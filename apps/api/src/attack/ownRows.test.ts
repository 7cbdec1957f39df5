import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_EPOCH } from "../clock";
import { buildDemo } from "../demo/network";
import { graphqlOver } from "../testing";
import { createDemoDatabase, DEMO_PROVIDER } from "../testing.demo";
import { fixSecret, NOISE, PUBLICATION } from "./arena";
import { differencing } from "./differencing";
import { factsOf } from "./facts";
import { harvest, type Harvest } from "./harvest";
import { withoutOwnRows } from "./ownRows";
import { leadQuestions } from "./questions";
import { recovers, told, type Claim } from "./score";
import { thinShown } from "./thinShown";
import { Truth } from "./truth";

const facts = factsOf(buildDemo(), PUBLICATION);
const truth = new Truth(facts);

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await fixSecret(database);
});
afterAll(() => database.drop());

const leadOf = (organisation: string) => ({ ...DEMO_PROVIDER, id: `lead-of-${organisation}`, providerId: organisation });

async function askAsEveryLead(disclosure: "on" | "off", use: (told: Harvest, organisation: string) => void): Promise<void> {
  const ask = await graphqlOver(database, DEMO_EPOCH, disclosure);
  for (const organisation of facts.organisations) use(await harvest(ask, leadOf(organisation), leadQuestions()), organisation);
}

test("an organisation that takes its own rows out of what it is told is left with thin cells without the gate", async () => {
  const claims: Claim[] = [];
  await askAsEveryLead("off", (harvest, organisation) => {
    const others = withoutOwnRows(harvest, truth, organisation);
    claims.push(...thinShown(others.harvest, others.truth, 0));
  });
  expect(recovers(claims), told("own rows", claims)).toBe(true);
});

test("with the gate none of the organisations is left with a thin cell, and none subtracts its way to one", { timeout: 150_000 }, async () => {
  const [shown, left]: [Claim[], Claim[]] = [[], []];
  await askAsEveryLead("on", (harvest, organisation) => {
    const others = withoutOwnRows(harvest, truth, organisation);
    shown.push(...thinShown(others.harvest, others.truth, NOISE.deviation).map((claim) => ({ ...claim, cell: `${organisation}: ${claim.cell}` })));
    left.push(...differencing(others.harvest, others.truth, NOISE.deviation));
  });
  expect(shown).toEqual([]);
  expect(recovers(left), told("own rows subtracted", left)).toBe(false);
});

test("a lead's exact figures are of the own organisation alone, and match its rows", async () => {
  const ask = await graphqlOver(database, DEMO_EPOCH);
  for (const organisation of ["org-01", "org-03"]) {
    const ownSessions = facts.of.SESSIONS.filter(({ organisations }) => organisations.includes(organisation));
    const query = "query ($own: [ID!]) { impact(scope: { providers: $own }) { sessionsHeld { value } systemsServed { value } } }";
    const { data } = await ask<{ impact: unknown }>(query, { own: [organisation] }, leadOf(organisation));
    const systems = new Set(ownSessions.map(({ system }) => system.key)).size;
    expect(data?.impact).toEqual({ sessionsHeld: { value: ownSessions.length }, systemsServed: { value: systems } });
    const other = await ask(query, { own: [organisation, "org-02"] }, leadOf(organisation));
    expect(other.errors[0]?.code).toBe("BAD_USER_INPUT");
  }
});
