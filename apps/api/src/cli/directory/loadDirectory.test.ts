import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { loadDirectory } from "./loadDirectory";

const NOW = new Date("2021-02-01T14:00:00Z");
const PLAIN = "leaid,name,state,city,zip,locale_code,enrollment,schools,lat,lon,agency_type,is_charter,is_regular,child_poverty_pct,colour\n";
const MAPLE = "3600001,Maple Valley,NY,Ithaca,14850,21,4000,7,42.44,-76.5,1,0,1,12.5,red\n";
const MESA = "5900002,Mesa,BI,,,43,120,1,,,1,,,,\n";

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});

async function load(content: string, now = NOW) {
  const folder = mkdtempSync(join(tmpdir(), "directory-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "districts.csv");
  writeFileSync(path, content);
  const { rejects: _, ...counts } = await loadDirectory(database, path, { now });
  const rejectsPath = `${path}.rejects.csv`;
  const rejects: string[][] = existsSync(rejectsPath) ? parse(readFileSync(rejectsPath)).slice(1) : [];
  return { counts, rejects };
}

const districts = () => database.sql`
  select leaid, name, state_code, city, zip, locale, enrollment, schools, lat, lon, agency_type, is_charter, is_regular,
    child_poverty_pct, gone_at is not null as gone, search_text
  from districts order by leaid`;

const onLine2 = (cell: string) => `districts.csv:2 ${cell}`;
const goneOrNot = async () => (await districts()).map(({ leaid, gone }) => [leaid, gone]);

describe("loadDirectory", () => {
  test("takes a plain file, and taking it twice changes nothing", async () => {
    expect((await load(PLAIN + MAPLE + MESA)).counts).toEqual({ read: 2, taken: 2, unchanged: 0, rejected: 0, gone: 0 });
    expect((await districts()).map(Object.values)).toEqual([
      ["3600001", "Maple Valley", "NY", "Ithaca", "14850", "SUBURB", 4000, 7, 42.44, -76.5, 1, false, true, 12.5, false, "maple valley ithaca ny"],
      ["5900002", "Mesa", "BI", null, null, "RURAL", 120, 1, null, null, 1, false, false, null, false, "mesa bi"],
    ]);
    expect((await load(PLAIN + MESA + MAPLE)).counts).toEqual({ read: 2, taken: 0, unchanged: 2, rejected: 0, gone: 0 });
  });

  test("takes an export of the ELSI table generator as it is downloaded", async () => {
    const { counts, rejects } = await load(
      [
        "\uFEFFELSI Export",
        "",
        "National Center for Education Statistics - http://nces.ed.gov/ccd/elsi/",
        "",
        "This is a District based table with the following filters applied: State(s) (All Years): All 50 + DC",
        "",
        "Agency Name,State Name [District] Latest available year,State Abbr [District] Latest available year,Agency ID - NCES Assigned [District] Latest available year,Agency Type [District] 2022-23,Total Students All Grades (Excludes AE) [District] 2021-22,Total Students All Grades (Excludes AE) [District] 2022-23,Locale [District] 2022-23,Total Number Operational Schools [Public School] 2022-23,Location ZIP [District] 2022-23",
        "MAPLE VALLEY,Alabama,AL ,100005,1-Regular local school district that is NOT a component of a supervisory union,900,1337,21-Suburb: Large,3,3801",
        "ELM CHARTER,INDIANA,IN ,1800046,7-Independent Charter District,†,–,‡,†,†",
        'OAK,Ohio,OH ,="3900305",9-Specialized public school district,‡,0,41-Rural: Fringe,1,44101',
        "LOST,Ohio,OH ,390030,9-Specialized public school district,‡,0,†,1,44101",
        "",
        "",
        'Data Source: U.S. Department of Education, National Center "Local Education Agency Universe Survey" 2022-23 v.1a.',
        "",
        "† indicates that the data are not applicable.",
        "– indicates that the data are missing.",
        "‡ indicates that the data do not meet NCES data quality standards.",
      ].join("\r\n"),
    );
    expect(rejects).toEqual([["districts.csv", "11", "leaid", "390030", "Not an NCES id of seven digits."]]);
    expect(counts).toEqual({ read: 4, taken: 3, unchanged: 0, rejected: 1, gone: 0 });
    expect((await districts()).map(({ leaid, name, state_code: state, zip, locale, enrollment, schools, agency_type: type, is_charter: charter, is_regular: regular }) =>
      [leaid, name, state, zip, locale, enrollment, schools, type, charter, regular])).toEqual([
      ["0100005", "MAPLE VALLEY", "AL", "03801", "SUBURB", 1337, 3, 1, false, true],
      ["1800046", "ELM CHARTER", "IN", null, null, null, null, 7, true, false],
      ["3900305", "OAK", "OH", "44101", "RURAL", 0, 1, 9, false, false],
    ]);
  });

  test("a district that is no longer listed stays, gone until it is listed again; a rejected row is still listed", async () => {
    await load(PLAIN + MAPLE + MESA);
    expect((await load(PLAIN + MAPLE)).counts).toEqual({ read: 1, taken: 0, unchanged: 1, rejected: 0, gone: 1 });
    expect(await goneOrNot()).toEqual([["3600001", false], ["5900002", true]]);
    expect((await load(PLAIN + MESA + MAPLE.replace("4000", "many"))).counts).toEqual({ read: 2, taken: 1, unchanged: 0, rejected: 1, gone: 0 });
    expect(await goneOrNot()).toEqual([["3600001", false], ["5900002", false]]);
    expect((await load(PLAIN)).counts).toMatchObject({ read: 0, gone: 0 });
  });

  test("every bad cell of a row is named", async () => {
    const { rejects } = await load(`${PLAIN}360001,,ZZ,,x,99,-1,1.5,91,181,0,2,2,101,\n3600001,Maple,OH,,,,,,,,,,,,\n`);
    const bad = rejects.map(([file, line, column, value]) => `${file}:${line} ${column} ${value}`);
    expect(bad).toEqual([
      ...["leaid 360001", "name ", "state ZZ", "zip x", "locale_code 99", "enrollment '-1", "schools 1.5", "lat 91", "lon 181"].map(onLine2),
      ...["agency_type 0", "is_charter 2", "is_regular 2", "child_poverty_pct 101"].map(onLine2),
      "districts.csv:3 leaid 3600001",
    ]);
  });

  test("a file that is no directory is refused and changes nothing", async () => {
    await load(PLAIN + MAPLE);
    expect((await load("name,state\nMaple,NY\n")).rejects).toEqual([
      ["districts.csv", "1", "leaid", "", "The header row lacks this column."],
    ]);
    expect((await load("")).rejects).toEqual([["districts.csv", "1", "", "", "The file is empty: it needs a header row."]]);
    expect((await districts()).map(({ gone }) => gone)).toEqual([false]);
  });

  test("systems take what the directory says from the next edition on", async () => {
    await load(PLAIN + MAPLE);
    await database.sql`insert into systems (id, leaid, name, state_code) values ('3600001', '3600001', 'x', 'NY')`;
    await database.sql`insert into requests (id, system_id, submitted_at, stated_leaid) values ('r', '3600001', now(), '3600001')`;
    await load(PLAIN + MAPLE.replace("4000", "4100"));
    expect(await database.sql`select name, enrollment, child_poverty_pct from systems`).toEqual([
      { name: "Maple Valley", enrollment: 4100, child_poverty_pct: 12.5 },
    ]);
  });
});
