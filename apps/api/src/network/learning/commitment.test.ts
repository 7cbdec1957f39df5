import { afterAll, beforeAll, expect, test } from "vitest";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_PROVIDER } from "../../testing.demo";
import { daysLater, mondayOf, weekFault } from "./week.type";

const NOW = new Date("2021-02-03T15:00:00Z");
const WEEK = "2021-02-01";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
let ask: Ask;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

interface Commitment {
  readonly id: string;
  readonly state: string;
  readonly overdue: boolean;
  readonly settledByName: string | null;
  readonly provider: { readonly id: string };
}

const FIELDS = "commitment { id state overdue settledByName provider { id } }";
const add = (input: Record<string, unknown>, viewer?: Parameters<Ask>[2]) => ask<{ addCommitment: { commitment: Commitment } }>(`mutation ($input: AddCommitmentInput!) { addCommitment(input: $input) { ${FIELDS} } }`, { input: { week: WEEK, providerId: "org-03", what: "Share a guide", due: "2021-02-02", ...input } }, viewer);
const settle = (id: string, state: string, viewer?: Parameters<Ask>[2]) => ask<{ settleCommitment: { commitment: Commitment } }>(`mutation ($input: SettleCommitmentInput!) { settleCommitment(input: $input) { ${FIELDS} } }`, { input: { id, state } }, viewer);

test("staff commit anybody, a lead the own organisation, a coach nobody", async () => {
  ask = await graphqlOver(database, NOW);
  expect((await add({ providerId: "org-01", due: "2021-02-08" })).data?.addCommitment.commitment).toMatchObject({ state: "OPEN", overdue: false, provider: { id: "org-01" } });
  expect((await add({}, DEMO_PROVIDER)).data?.addCommitment.commitment).toMatchObject({ state: "OPEN", overdue: true, provider: { id: "org-03" } });
  expect((await add({ providerId: "org-01" }, DEMO_PROVIDER)).errors[0]?.code).toBe("FORBIDDEN");
  expect((await add({}, DEMO_COACH)).errors[0]?.code).toBe("FORBIDDEN");
});

test("a lead whom no resolver stops is stopped by the database", async () => {
  const asLead = database.sql.begin(async (tx) => {
    await tx`select set_config('role', 'network_provider', true), set_config('viewer.provider_id', 'org-03', true)`;
    await tx`insert into learning_commitments (week, provider_id, what, due, added_by, added_by_name, added_at) values ('2021-01-25', 'org-01', 'x', '2021-02-08', 'a', 'A', now())`;
  });
  await expect(asLead).rejects.toMatchObject({ code: "42501" });
});

test("a commitment is kept, opened again and dropped, and who said so is kept with it", async () => {
  ask = await graphqlOver(database, NOW);
  const id = (await add({})).data?.addCommitment.commitment.id ?? "";
  expect((await settle(id, "KEPT")).data?.settleCommitment.commitment).toMatchObject({ state: "KEPT", overdue: false, settledByName: "Staff" });
  expect((await settle(id, "OPEN")).data?.settleCommitment.commitment).toMatchObject({ state: "OPEN", settledByName: null });
  expect((await settle(id, "DROPPED")).data?.settleCommitment.commitment.state).toBe("DROPPED");
  expect((await settle(id, "KEPT", DEMO_PROVIDER)).errors[0]?.code).toBe("FORBIDDEN");
  expect((await settle("00000000-0000-4000-8000-000000000000", "KEPT")).errors[0]?.code).toBe("NOT_FOUND");
});

test.each<[string, Record<string, unknown>]>([
  ["input.what", { what: " " }],
  ["input.due", { due: "2021-01-31" }],
  ["input.week", { week: "2021-02-02" }],
  ["input.week", { week: "2021-02-08", due: "2021-02-09" }],
  ["input.providerId", { providerId: "nobody" }],
])("%s at fault is named", async (field, input) => {
  ask = await graphqlOver(database, NOW);
  expect((await add(input)).errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
});

test("an earlier call's commitments are carried on while they are open, and a week longer once they are settled", async () => {
  ask = await graphqlOver(database, new Date("2021-02-15T15:00:00Z"));
  const carried = async (week: string) => (await ask<{ learningCall: { carried: { what: string }[] } }>(`{ learningCall(week: "${week}") { carried { what } } }`)).data?.learningCall.carried.map(({ what }) => what.slice(0, 7)) ?? [];
  expect(await carried("2021-01-11")).toEqual([]);
  expect(await carried("2021-01-18")).toContain("Draft a");
  expect(await carried("2021-02-15")).not.toContain("Draft a");
  expect(await carried("2021-02-15")).toContain("Collect");
});

test("a week is its Monday's, across the end of a year", () => {
  expect([mondayOf("2021-01-03"), mondayOf("2021-01-04"), daysLater("2020-12-28", 7)]).toEqual(["2020-12-28", "2021-01-04", "2021-01-04"]);
  expect([weekFault("2021-01-04", "2021-01-05"), weekFault("2021-01-11", "2021-01-05")?.slice(0, 8)]).toEqual([null, "The pack"]);
});
