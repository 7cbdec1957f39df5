import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { REFERENCE_DATA } from "../../paths";
import { makeRules, type NamedState, type Rules } from "./rules";

/** The moment at which the files of the tests are read. */
export const NOW = new Date("2021-02-01T14:00:00Z");

const states: NamedState[] = parse<{ fips: string; postal: string; name: string }>(
  readFileSync(join(REFERENCE_DATA, "states.csv"), "utf8"),
  { columns: true },
).map(({ fips, postal, name }) => ({ code: postal, fips, name }));

const bureau: NamedState = { code: "BI", fips: "59", name: "Bureau of Indian Education" };

/** Rules without a database: all states, three tags, no directory. */
export const RULES: Rules = makeRules(NOW, ["PER-DIF", "FIN-CSH", "NONE"].map((code) => [code, code] as const), [...states, bureau], false);
