import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { exportFolder } from "./exportFolder";
import { importFolder } from "./importFolder";
import { NOW } from "./testing";

const NETWORK = {
  "providers.csv": "provider_id,name,kind,website\nhub,The Hub,hub,https://hub.example\np1,=Provider One,,\n",
  "coaches.csv":
    "coach_id,provider_id,name,email,role,topics,states,hours_per_month,active_from,active_to\n" +
    "c1,hub,Ana,ana@example.org,Specialist,FIN-CSH; per-dif,New York;nj,10.5,1/1/2020,\n" +
    'c2,p1,"Ben ""B"" Doe",,,,,,,\n',
  "requests.csv":
    "request_id,submitted_at,leaid,system_name,state,system_kind,schools,enrollment,locale,low_income_share,leader_name,leader_email,narrative,topics,urgency,seconds_to_submit\n" +
    'r1,2020-05-01T09:00,,St. Mary\'s,New York,school,1,400,City,45%,Lee,lee@example.org,"@home, and\nin class",FIN-CSH,High,41\n' +
    "r2,2020-06-01T09:00,,ST MARYS,NY,,,500,,,,LEE@example.org,,NONE,,\n" +
    "r3,2020-06-02T09:00,3600001,,,,,,,,Kim,,,,,\n",
  "engagements.csv": "engagement_id,request_id,coach_ids,matched_at,closed_at,close_reason\ne1,r1,c2;c1,2020-05-02,2020-09-01,goals_met\ne2,r3,c1,2020-06-03,,\n",
  "sessions.csv":
    "session_id,engagement_id,held_at,coach_ids,minutes,mode,topics,challenge_level,note\n" +
    "s1,e1,5/4/2020 10:00 AM,,45,video,FIN-CSH;NONE,1,Note\ns2,e1,5/11/2020 10:00 AM,c2;c1;c2,30,phone,,2,\n",
  "ratings.csv": "session_id,rated_at,rating,wants_more,comment\ns1,2020-05-05,5,yes,-1 for the link\n",
  "referrals.csv": "referral_id,request_id,sent_at,destination,reason,outcome,outcome_at\nf1,r1,2020-07-01,Marketplace,,started,2020-08-01\n",
  "resources.csv": "resource_id,title,url,kind,topics,provider_id,published_at,retired_at\nx1,Guide,https://hub.example/g,guide,FIN-CSH,hub,2020-05-01,\n",
};

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

async function countsOf(files: Readonly<Record<string, string | Buffer>>) {
  const folder = folderOf(files);
  const result = await importFolder(database, folder, { now: NOW });
  const counts = Object.fromEntries(
    Object.entries(result.files).map(([file, { taken, unchanged, rejected }]) => [file, [taken, unchanged, rejected]]),
  );
  const path = join(folder, "rejects.csv");
  const rejects: string[][] = existsSync(path) ? parse(readFileSync(path)).slice(1) : [];
  return { counts, rejects, result };
}

const all = (counts: number[], rows: Record<string, number>) =>
  Object.fromEntries(Object.entries(rows).map(([file, count]) => [file, counts.map((each) => each * count)]));
const ROWS = {
  "providers.csv": 2,
  "coaches.csv": 2,
  "requests.csv": 3,
  "engagements.csv": 2,
  "sessions.csv": 2,
  "ratings.csv": 1,
  "referrals.csv": 1,
  "resources.csv": 1,
};

describe("importFolder", () => {
  test("takes a folder, and taking it twice changes nothing", async () => {
    const first = await countsOf(NETWORK);
    expect(first.rejects).toEqual([]);
    expect(first.counts).toEqual(all([1, 0, 0], ROWS));
    const held = await everything();
    const second = await countsOf(NETWORK);
    expect(second.counts).toEqual(all([0, 1, 0], ROWS));
    expect(await everything()).toEqual(held);
  });

  test("systems and leaders are what the latest request says that says anything", async () => {
    await countsOf(NETWORK);
    expect(await database.sql`select id, name, state_code, kind, enrollment, schools, locale, low_income_share from systems order by id`).toEqual([
      { id: "3600001", name: "3600001", state_code: "NY", kind: null, enrollment: null, schools: null, locale: null, low_income_share: null },
      { id: "NY:stmarys", name: "ST MARYS", state_code: "NY", kind: "school", enrollment: 500, schools: 1, locale: "CITY", low_income_share: 0.45 },
    ]);
    expect(await database.sql`select system_id, name, email from leaders order by system_id`).toEqual([
      { system_id: "3600001", name: "Kim", email: null },
      { system_id: "NY:stmarys", name: "Lee", email: "LEE@example.org" },
    ]);
  });

  test("an export is imported without a change, and exported again byte for byte", async () => {
    await countsOf(NETWORK);
    const once = folderOf({});
    expect(await exportFolder(database, join(once, "new"))).toEqual(ROWS);
    const files = contentsOf(join(once, "new"));
    expect(files["providers.csv"]).toContain("'=Provider One");
    expect((await countsOf(files)).counts).toEqual(all([0, 1, 0], ROWS));
    const again = folderOf({});
    await exportFolder(database, again);
    expect(contentsOf(again)).toEqual(files);

    const empty = await testDatabase();
    expect((await importFolder(empty, join(once, "new"), { now: NOW })).rejects).toBeNull();
    await exportFolder(empty, again);
    expect(contentsOf(again)).toEqual(files);
  });

  test("an empty network is exported as headers, which are taken back as nothing", async () => {
    const folder = folderOf({});
    await exportFolder(database, folder);
    const { counts, rejects } = await countsOf(contentsOf(folder));
    expect(rejects).toEqual([]);
    expect(counts).toEqual(all([0, 0, 0], ROWS));
  });

  test("an id seen before replaces its row, empty cells included", async () => {
    await countsOf(NETWORK);
    const { counts } = await countsOf({
      "coaches.csv": "coach_id,provider_id,name\nc1,p1,Ana B\n",
      "sessions.csv": "session_id,engagement_id,held_at\ns1,e1,2020-05-04\n",
      "engagements.csv": "engagement_id,request_id,coach_ids,matched_at\ne1,r1,c1;c2,2020-05-02\n",
    });
    expect(counts).toEqual({ "coaches.csv": [1, 0, 0], "engagements.csv": [1, 0, 0], "sessions.csv": [1, 0, 0] });
    const folder = folderOf({});
    await exportFolder(database, folder);
    expect(contentsOf(folder)["coaches.csv"]).toContain("\nc1,p1,Ana B,,generalist,,,,,\n");
    expect(contentsOf(folder)["engagements.csv"]).toContain("\ne1,r1,c1;c2,2020-05-02T04:00:00.000Z,,\n");
    expect(contentsOf(folder)["sessions.csv"]).toContain("\ns1,e1,2020-05-04T04:00:00.000Z,,,,,,\n");
  });

  test("tags that change are taken off and given, and only those", async () => {
    await countsOf({ "requests.csv": "request_id,submitted_at,leaid,topics\nr1,2020-05-01T00:00Z,3600001,FIN-CSH;NONE\n" });
    await countsOf({ "requests.csv": "request_id,submitted_at,leaid,topics\nr1,2020-05-01T00:00Z,3600001,NONE;PER-DIF\n" });
    const events = await database.sql`
      select topic_code, action, stage, author, at = '2020-05-01T00:00Z' as at_submission, at = ${NOW.toISOString()} as now from tag_events order by id`;
    expect(events.map(Object.values)).toEqual([
      ["FIN-CSH", "added", "tagged", "import", true, false],
      ["NONE", "added", "tagged", "import", true, false],
      ["FIN-CSH", "removed", "tagged", "import", false, true],
      ["PER-DIF", "added", "tagged", "import", false, true],
    ]);
  });

  test("a request that turns to another system leaves none behind", async () => {
    await countsOf({ "requests.csv": "request_id,submitted_at,system_name,state,leader_name\nr1,2020-05-01,Wrong,NY,Lee\n" });
    await countsOf({ "requests.csv": "request_id,submitted_at,system_name,state,leader_name\nr1,2020-05-01,Right,NY,Lee\n" });
    expect(await database.sql`select s.name, l.name as leader from systems s join leaders l on l.system_id = s.id`).toEqual([
      { name: "Right", leader: "Lee" },
    ]);
    expect(await database.sql`select id from systems`).toHaveLength(1);
  });

  test("within a file the last row that can be read stands", async () => {
    const files = { "providers.csv": "provider_id,name,website\np1,First,\np1,Second,\np1,Third,nowhere\n" };
    expect((await countsOf(files)).counts).toEqual({ "providers.csv": [2, 0, 1] });
    expect((await countsOf(files)).counts).toEqual({ "providers.csv": [0, 2, 1] });
    expect(await database.sql`select name from providers`).toEqual([{ name: "Second" }]);
  });

  test("every bad cell of a row is named, those that only the database knows among them, in the order of the file", async () => {
    await countsOf(NETWORK);
    const { counts, rejects } = await countsOf({
      "engagements.csv":
        "engagement_id,request_id,coach_ids,matched_at,closed_at,close_reason\n" +
        "e8,r1,c1;c9;c8,4/1/2020,2020-03-01,bored\n" +
        "e9,r9,c1,2020-05-05,,\n",
      "sessions.csv": "session_id,engagement_id,held_at,coach_ids,minutes\ns9,e9,2020-05-06,c1,45\ns8,e1,2020-04-01,c7,601\n",
      "ratings.csv": "session_id,rated_at,rating\ns1,2020-05-01,3\ns9,2020-05-06,3\n",
    });
    expect(counts).toEqual({ "engagements.csv": [0, 0, 2], "sessions.csv": [0, 0, 2], "ratings.csv": [0, 0, 2] });
    expect(rejects).toEqual([
      ["engagements.csv", "2", "coach_ids", "c1;c9;c8", "c9, c8: No coach has this id."],
      ["engagements.csv", "2", "matched_at", "4/1/2020", "Before the request was submitted."],
      ["engagements.csv", "2", "closed_at", "2020-03-01", "Before matched_at."],
      ["engagements.csv", "2", "close_reason", "bored", expect.stringMatching(/^Not one of goals_met, /)],
      ["engagements.csv", "3", "request_id", "r9", "No request has this id."],
      ["sessions.csv", "2", "engagement_id", "e9", "No engagement has this id."],
      ["sessions.csv", "3", "held_at", "2020-04-01", "Before the request was submitted."],
      ["sessions.csv", "3", "coach_ids", "c7", "c7: No coach has this id."],
      ["sessions.csv", "3", "minutes", "601", "Not a whole number from 1 to 600."],
      ["ratings.csv", "2", "rated_at", "2020-05-01", "Before the session was held."],
      ["ratings.csv", "3", "session_id", "s9", "No session has this id."],
    ]);
  });

  test("a file without a usable header is one reject, and the others are read", async () => {
    const { counts, rejects, result } = await countsOf({
      "providers.csv": "provider_id,name,Fax\np1,One,\n",
      "coaches.csv": "",
      "resources.csv": "resource_id,title\nx1,Guide\n",
      "notes.csv": "a\n",
    });
    expect(counts).toEqual({ "providers.csv": [1, 0, 0], "coaches.csv": [0, 0, 1], "resources.csv": [0, 0, 1] });
    expect(rejects).toEqual([
      ["coaches.csv", "1", "", "", "The file is empty: it needs a header row."],
      ["resources.csv", "1", "url", "", "The header row lacks this column."],
    ]);
    expect(result).toMatchObject({ unknownColumns: [{ file: "providers.csv", column: "Fax" }], unknownFiles: ["notes.csv"] });
  });

  test("a folder without any of the files is refused", async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, "inner"));
    await expect(importFolder(database, folder, { now: NOW })).rejects.toThrow("holds none of the files providers.csv");
  });

  test("a folder that is called like a file is passed over", async () => {
    const folder = folderOf({ "providers.csv": "provider_id,name\np1,Alpha\n" });
    mkdirSync(join(folder, "coaches.csv"));
    const { files } = await importFolder(database, folder, { now: NOW });
    expect(Object.keys(files)).toEqual(["providers.csv"]);
  });

  test("with a directory, a leaid must be in it and in the state that is given", async () => {
    await database.sql`
      insert into districts (leaid, name, state_code, locale_code, enrollment, search_text)
      values ('5900001', 'Mesa', 'BI', '43', 120, 'mesa')`;
    const { rejects } = await countsOf({
      "requests.csv":
        "request_id,submitted_at,leaid,state,enrollment\nr1,2020-05-01,5900001,,\nr2,2020-05-01,5900001,NM,\nr3,2020-05-01,3600001,NY,\nr4,2020-05-02,5900001,,130\n",
    });
    expect(rejects).toEqual([
      ["requests.csv", "3", "leaid", "5900001", "Belongs to BI, not to NM."],
      ["requests.csv", "4", "leaid", "3600001", "Not in the district directory."],
    ]);
    expect(await database.sql`select name, state_code, locale, enrollment from systems`).toEqual([
      { name: "Mesa", state_code: "BI", locale: "RURAL", enrollment: 130 },
    ]);
  });

  test("a fault is told however long its cell is, and wherever it is cut", async () => {
    const long = `x${"😀".repeat(2000)}`;
    const { rejects } = await countsOf({ "providers.csv": `provider_id,name,kind\np1,One,${long}\n`, "coaches.csv": `coach_id,provider_id,name,topics\nc1,${"p".repeat(255)},Ana,${long};${"y;".repeat(1000)}\n` });
    expect(rejects.map(([, , column, value, reason]) => [column, [...(value ?? "")].length, (reason ?? "").length < 1100])).toEqual([
      ["kind", 201, true],
      ["provider_id", 201, true],
      ["topics", 201, true],
    ]);
  });

  test("a time in the network that is finer than a millisecond is no change", async () => {
    await countsOf(NETWORK);
    await database.sql`update sessions set held_at = held_at + interval '3 microseconds'`;
    await database.sql`update requests set submitted_at = submitted_at + interval '3 microseconds'`;
    const folder = folderOf({});
    await exportFolder(database, folder);
    expect((await countsOf(contentsOf(folder))).counts).toEqual(all([0, 1, 0], ROWS));
  });

  test("a request is not moved past its own withdrawal", async () => {
    await countsOf({ "requests.csv": "request_id,submitted_at,leaid\nr1,2020-05-01,3600001\n" });
    await database.sql`update requests set withdrawn_at = '2020-05-10'`;
    const { rejects } = await countsOf({ "requests.csv": "request_id,submitted_at,leaid\nr1,2020-05-11,3600001\n" });
    expect(rejects).toEqual([
      ["requests.csv", "2", "submitted_at", "2020-05-11", "After the request was withdrawn."],
    ]);
  });
});

/** Every row of every table but the audit trail, with the place where it is stored, which changes when it is written. */
async function everything(): Promise<unknown> {
  const tables = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like 'audit%' order by table_name`;
  return Promise.all(tables.map(({ name }) => database.sql`select *, ctid::text from ${database.sql(name)} order by ctid`));
}

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
