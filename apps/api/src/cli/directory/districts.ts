import type { DistrictRecord } from "@arl/schema/records";
import { leaid, state, text, whole, type CellKind } from "../folder/cells";
import { optional, required } from "../folder/column";
import type { ImportFile } from "../folder/importFile";
import { agencyType, decimal, flag, localeCode, zipCode } from "./districtCells";

const trimmed: CellKind<string> = { ...text, read: (cell) => cell.trim() };

/** The district directory as a plain CSV file. */
export const districtsFile: ImportFile<DistrictRecord> = {
  name: "districts",
  columns: {
    leaid: required("leaid", leaid),
    name: required("name", trimmed),
    state: required("state", state),
    city: optional("city", trimmed),
    zip: optional("zip", zipCode),
    localeCode: optional("locale_code", localeCode),
    enrollment: optional("enrollment", whole(0)),
    schools: optional("schools", whole(0)),
    lat: optional("lat", decimal(-90, 90)),
    lon: optional("lon", decimal(-180, 180)),
    agencyType: optional("agency_type", agencyType),
    isCharter: optional("is_charter", flag),
    isRegular: optional("is_regular", flag),
    childPovertyPct: optional("child_poverty_pct", decimal(0, 100)),
  },
  check({ leaid: id, state: stated }, { statesByFips }) {
    if (id === undefined || stated === undefined || statesByFips.get(id.slice(0, 2)) === stated) return [];
    return [{ column: "leaid", reason: `Its first two digits are not those of ${stated}.` }];
  },
};
