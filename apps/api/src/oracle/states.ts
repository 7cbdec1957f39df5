import { readFileSync } from "node:fs";
import type { Region } from "@arl/schema/enums";

export interface State {
  readonly fips: string;
  readonly postal: string;
  readonly name: string;
  readonly region: Region;
}

const REGION_NAMES: Readonly<Record<string, Region>> = {
  Northeast: "NORTHEAST",
  Midwest: "MIDWEST",
  South: "SOUTH",
  West: "WEST",
};

const file = new URL("../../../../data/states.csv", import.meta.url);

/** States, the District of Columbia and territories, in the order of the file (by FIPS code). */
export const STATES: readonly State[] = readFileSync(file, "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [fips = "", postal = "", name = "", , region = ""] = line.split(",");
    return { fips, postal, name, region: REGION_NAMES[region] ?? "OTHER" };
  });

/** Postal code to census region; whatever is no state (territories, the Bureau of Indian Education) is OTHER. */
export function regionOf(postal: string): Region {
  return STATES.find((state) => state.postal === postal)?.region ?? "OTHER";
}
