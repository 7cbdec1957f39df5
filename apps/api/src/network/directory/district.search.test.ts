import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { graphqlOver } from "../../testing";
import { prepareSearch, ranked } from "./district.queries";
import { searchText } from "./searchText";

let database: Awaited<ReturnType<typeof createDatabase>>;

/** Invented districts: leaid, name, city, state, students. */
const DISTRICTS: readonly (readonly [string, string, string, string, number | null])[] = [
  ["0100001", "Alberton City", "Alberton", "AL", 5400],
  ["0100002", "Alberton County", "Greenhollow", "AL", 900],
  ["0600001", "San Ferrano Unified", "San Ferrano", "CA", 49_000],
  ["0600002", "San Ferrano County Office of Education", "San Ferrano", "CA", 600],
  ["0600003", "San Bellino Elementary", "San Bellino", "CA", 2000],
  ["0600004", "Ferrano Valley High", "Vallejo Springs", "CA", 300],
  ["0600005", "Lago Unified", "Lago", "CA", 28_000],
  ["1700001", "City of Lakemere SD 299", "Lakemere", "IL", 330_000],
  ["1700002", "North Lakemere SD 187", "North Lakemere", "IL", 3000],
  ["2900001", "Brightwood SD", "Brightwood", "MO", 80],
  ["3400001", "Lago School District", "Lago", "NJ", 3000],
  ["3500001", "Doña Elvira Public Schools", "Las Piñas", "NM", 24_000],
  ["3600001", "Brightwood ISD", "Brightwood", "NY", 60_000],
  ["4800001", "Hallston ISD", "Hallston", "TX", 190_000],
  ["4800002", "Hallston Public School District", "Ember", "TX", null],
  ["4800003", "100% Charter_Academy", "Oddville", "TX", 40],
];

/** As many generated districts as there are real ones. */
const GENERATED = 19_517;

beforeAll(async () => {
  database = await createDatabase();
  const rows = DISTRICTS.map(([leaid, name, city, state, enrollment]) => ({ leaid, name, city, state_code: state, enrollment, search_text: searchText(name, city, state) }));
  await database.sql`insert into districts ${database.sql(rows)}`;
});
afterAll(() => database.drop());

interface Found {
  readonly nodes: readonly { readonly name: string; readonly state: string }[];
  readonly totalCount: number;
}

async function find(search: string): Promise<string[]> {
  const ask = await graphqlOver(database);
  const { data, errors } = await ask<{ districts: Found }>("query ($search: String!) { districts(search: $search) { nodes { name state } totalCount } }", { search }, null);
  expect(errors).toEqual([]);
  expect(data?.districts.totalCount).toBe(data?.districts.nodes.length);
  return data?.districts.nodes.map(({ name }) => name) ?? [];
}

describe("a search finds first", () => {
  test.each([
    ["by name", "San Ferrano Unified", "San Ferrano Unified"],
    ["by the beginning of a name, the largest", "san fer", "San Ferrano Unified"],
    ["by name and state", "lago nj", "Lago School District"],
    ["by another state", "lago ca", "Lago Unified"],
    ["by a city whose name the district has not", "greenhollow", "Alberton County"],
    ["by city and state, the largest", "lakemere il", "City of Lakemere SD 299"],
    ["a name with a letter too few", "alberon", "Alberton City"],
    ["a name with two letters exchanged", "ablerton", "Alberton City"],
    ["a name with a letter doubled", "hallsston", "Hallston ISD"],
    ["without accents, what has them", "dona elvira las pinas", "Doña Elvira Public Schools"],
    ["with accents, what has them", "DOÑA ELVIRA", "Doña Elvira Public Schools"],
    ["a district by words that are written short in its name", "Hallston independent school", "Hallston ISD"],
    ["a large one before a small one of the same name", "brightwood", "Brightwood ISD"],
    ["what two letters begin, the largest", "ha", "Hallston ISD"],
    ["what a letter begins, the largest", "l", "Lago Unified"],
  ])("%s: %s", async (_how, search, first) => {
    expect((await find(search))[0]).toBe(first);
  });
});

test("words that every name has still find something", async () => {
  expect(await find("school district")).toEqual(["Lago School District", "Hallston Public School District"].toSorted((a, b) => a.localeCompare(b)).toReversed());
  expect((await find("unified")).toSorted()).toEqual(["Lago Unified", "San Ferrano Unified"]);
});

test.each(["", " ", "---", "%", "_", "%%%", "'", "\\", "()", "😀", "\u0301"])("what holds no letter or digit (%j) finds nothing, rather than everything", async (search) => {
  expect(await find(search)).toEqual([]);
});

test("marks of patterns are nothing but marks", async () => {
  expect(await find("l_go")).toEqual(await find("l go"));
  expect(await find("%lago%")).toEqual(await find("lago"));
  expect(await find("100%")).toEqual(["100% Charter_Academy"]);
});

test("what is like nothing finds nothing", async () => {
  expect(await find("qqxxzz")).toEqual([]);
});

test("a district that the directory no longer lists is not found", async () => {
  await database.sql`insert into districts (leaid, name, state_code, search_text, gone_at) values ('0100009', 'Gonewood', 'AL', 'gonewood al', now())`;
  expect(await find("gonewood")).not.toContain("Gonewood");
});

test("two searches in one operation find what each alone finds", async () => {
  const ask = await graphqlOver(database);
  const query = '{ short: districts(search: "lago") { nodes { name } } long: districts(search: "san ferrano unified") { nodes { name } } letter: districts(search: "h") { nodes { name } } }';
  const { data } = await ask<Record<string, Found>>(query);
  const names = (found: Found | undefined) => found?.nodes.map(({ name }) => name);
  expect([names(data?.["short"]), names(data?.["long"]), names(data?.["letter"])]).toEqual([await find("lago"), await find("san ferrano unified"), await find("h")]);
});

test("among as many districts as there are, whether or not they have been counted, the index is used", async () => {
  const large = await createDatabase();
  try {
    await large.sql`
      with word as (select array['ash','birch','cedar','delta','elm','fern','grove','hazel','iron','juniper','knoll','linden','maple','north','oak','pine'] as w)
      insert into districts (leaid, name, city, state_code, search_text, enrollment)
      select lpad(n::text, 7, '0'), name, city, 'OH', name || ' ' || city || ' oh', n
      from (
        select n, w[1 + n % 16] || w[1 + n / 16 % 16] || ' ' || w[1 + n / 256 % 16] || ' school district' as name, w[1 + n / 7 % 16] || 'ville' as city
        from generate_series(1, ${GENERATED}::int) n, word
      ) made`;
    const plan = () =>
      large.db.transaction(async (tx) => {
        await prepareSearch(tx);
        return JSON.stringify(await tx.execute(sql`explain ${ranked("hazelmaple cedar")}`));
      });
    expect(await plan()).toContain("districts_search_idx");
    await large.sql`analyze districts`;
    expect(await plan()).toContain("districts_search_idx");
    const ask = await graphqlOver(large);
    const { data } = await ask<{ districts: Found }>('{ districts(search: "hazelmaple cedar", first: 100) { nodes { name } totalCount } }');
    expect(data?.districts.nodes[0]?.name).toBe("hazelmaple cedar school district");
  } finally {
    await large.drop();
  }
});
