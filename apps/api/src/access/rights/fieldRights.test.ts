import { isObjectType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSchema } from "../../schema";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import { narrowed } from "../keys/powers";
import type { Viewer } from "../viewer";
import { VIEWERS, type Outcome, type ViewerKind } from "./fieldRights";
import { asked, behindLinks, decidedPlaces, objectTypes, outcomeOf, placesToDecide, rightOf, waysFor } from "./testing.fields";

/** What each kind of viewer gets of each field, against what fieldRights.ts says. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  for (const { id, email, roles, positions, providerId } of Object.values(PEOPLE).filter((viewer) => viewer !== null)) {
    await database.sql`insert into auth.users (id, name, email) values (${id}, ${id}, ${email}) on conflict do nothing`;
    for (const role of roles) {
      await database.sql`insert into memberships (user_id, role, positions, provider_id)
        values (${id}, ${role}, ${[...positions]}, ${role === "funder" ? null : providerId}) on conflict do nothing`;
    }
  }
});
afterAll(() => database.drop());

const schema = createSchema();
const WHERE = "apps/api/src/access/rights/fieldRights.ts";

const PEOPLE: Readonly<Record<ViewerKind, Viewer>> = {
  public: null,
  noRole: { ...DEMO_FUNDER, id: "test-nobody", email: "nobody@test.example", roles: [] },
  funder: DEMO_FUNDER,
  steward: { ...DEMO_FUNDER, id: "test-steward", email: "steward@test.example", roles: ["steward"] },
  coach: DEMO_COACH,
  lead: DEMO_PROVIDER,
  analyst: STAFF && { ...STAFF, id: "test-analyst", email: "analyst@test.example", positions: ["analyst"] },
  admin: STAFF && { ...STAFF, positions: ["admin"] },
  sharedKey: narrowed(DEMO_PROVIDER, { id: "test-key", scopes: ["shared:read"], providerId: DEMO_PROVIDER.providerId }),
};

/** A right of nobody's is asked for with made-up ids, so that what is not there is no refusal. */
const outcome = ({ data, errors }: Awaited<ReturnType<Ask>>, field: string): Outcome | string => {
  const code = errors[0]?.code;
  if (code !== undefined) return code === "NOT_FOUND" ? "data" : String(code);
  return JSON.stringify(data).includes(`"${field}":null`) && !JSON.stringify(data).match(new RegExp(`"${field}":(?!null)`)) ? "null" : "data";
};

test("every field is decided", () => {
  const places = placesToDecide(schema);
  for (const place of places) {
    expect(rightOf(place), `Nobody has decided who gets ${place.type}.${place.field}: say so in ${WHERE}.`).toBeDefined();
  }
  expect(decidedPlaces().sort(), `A field that ${WHERE} speaks of is gone, or is there twice.`).toEqual(places.map(({ type, field }) => `${type}.${field}`).sort());
});

test.each(VIEWERS)("%s: of every type that they come to, each field as it is decided", async (viewer) => {
  const ask = await graphqlOver(database);
  const ways = waysFor(schema, viewer);
  for (const type of objectTypes(schema)) {
    const way = ways.get(type.name);
    if (!way) continue;
    const fields = Object.values(type.getFields()).map((field) => ({ field, expected: outcomeOf({ type: type.name, field: field.name }, viewer) }));
    // Of an object that is theirs they ask for everything at once; what is decided for a field alone is asked for alone.
    const together = fields.filter(({ field }) => rightOf({ type: type.name, field: field.name }) === "withObject");
    const inside = together.length > 0 ? together.map(({ field }) => asked(field)).join(" ") : "__typename";
    const { errors } = await ask(way(inside), {}, PEOPLE[viewer]);
    expect([type.name, errors]).toEqual([type.name, []]);
    for (const { field, expected } of fields.filter((each) => !together.includes(each))) {
      const answer = await ask(way(asked(field)), {}, PEOPLE[viewer]);
      const found = outcome(answer, field.name);
      // What says nothing may also say nothing to those who have a right to it.
      expect([`${type.name}.${field.name}`, found === "null" && expected === "data" ? "data" : found]).toEqual([`${type.name}.${field.name}`, expected]);
    }
  }
});

test.each(VIEWERS)("%s: each mutation as it is decided", async (viewer) => {
  const ask = await graphqlOver(database);
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { errors } = await ask(`mutation { ${asked(field)} }`, {}, PEOPLE[viewer]);
    const code = errors[0]?.code;
    // Whoever may do it is told that what they sent makes no sense.
    const found = ["UNAUTHENTICATED", "FORBIDDEN", "INTERNAL_SERVER_ERROR"].includes(String(code)) ? code : "data";
    expect([field.name, found]).toEqual([field.name, outcomeOf({ type: "Mutation", field: field.name }, viewer)]);
  }
});

test("staff come to an object of every type that fields lead to without an id", () => {
  const ways = waysFor(schema, "admin");
  // An offer is come to by the token of a link, which was mailed to somebody else; so is what private links lead to.
  const links = behindLinks(schema);
  const missed = objectTypes(schema).filter(({ name }) => !ways.has(name) && !links.has(name) && name !== "Mutation" && name !== "InvitationOffer" && !name.endsWith("Payload"));
  expect(missed.filter(isObjectType).map(({ name }) => name)).toEqual([]);
});

test("the names of coaches are not open, by whatever path", async () => {
  const ask = await graphqlOver(database);
  for (const query of ["{ providers { coaches { name } } }", "{ resources(first: 1) { nodes { provider { coaches { name } } } } }"]) {
    expect((await ask(query, {}, null)).errors[0]?.code).toBe("UNAUTHENTICATED");
    expect((await ask(query, {}, DEMO_FUNDER)).errors[0]?.code).toBe("FORBIDDEN");
    expect((await ask(query, {}, DEMO_COACH)).errors).toEqual([]);
  }
});
