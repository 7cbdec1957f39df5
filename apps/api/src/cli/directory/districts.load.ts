import { sql } from "drizzle-orm";
import type { DistrictRecord } from "@arl/schema/records";
import { searchText } from "../../network/directory/searchText";
import { settleSystems } from "../../network/systems/settle.queries";
import type { FileLoad } from "../folder/fileLoad";
import { districtsFile } from "./districts";

/** CCD agency types: regular districts, those that are part of a supervisory union, and charter agencies. */
const REGULAR_TYPES = "1, 2";
const CHARTER_TYPE = "7";

export const districtsLoad: FileLoad<DistrictRecord> = {
  file: districtsFile,
  // A district that was gone and is listed again is a new one to the comparison.
  held: `
    select leaid, name, state_code as state, city, zip, locale_code, enrollment, schools, lat, lon, agency_type,
      is_charter, is_regular, child_poverty_pct
    from districts where gone_at is null`,
  faults: [],
  faultColumns: [],
  settled: {
    is_charter: `coalesce(is_charter, agency_type = ${CHARTER_TYPE})`,
    is_regular: `coalesce(is_regular, agency_type in (${REGULAR_TYPES}) and state <> 'BI' and coalesce(enrollment, 0) > 0)`,
  },
  derived: [
    {
      name: "search_text",
      pgType: "text",
      of: ({ name = "", city = null, state = "" }) => searchText(name, city, state),
    },
  ],
  async write(tx, now) {
    await tx.execute(sql`
      insert into districts (leaid, name, state_code, city, zip, locale_code, enrollment, schools, lat, lon, agency_type,
        is_charter, is_regular, child_poverty_pct, search_text)
      select leaid, name, state, city, zip, locale_code, enrollment, schools, lat, lon, agency_type,
        is_charter, is_regular, child_poverty_pct, search_text
      from changed
      on conflict (leaid) do update set name = excluded.name, state_code = excluded.state_code, city = excluded.city,
        zip = excluded.zip, locale_code = excluded.locale_code, enrollment = excluded.enrollment,
        schools = excluded.schools, lat = excluded.lat, lon = excluded.lon, agency_type = excluded.agency_type,
        is_charter = excluded.is_charter, is_regular = excluded.is_regular,
        child_poverty_pct = excluded.child_poverty_pct, search_text = excluded.search_text, gone_at = null`);
    // A row that was rejected is still listed; a file of which nothing could be taken says nothing about the others.
    await tx.execute(sql`
      update districts set gone_at = ${now.toISOString()}::timestamptz
      where gone_at is null and exists (select from fresh)
        and not exists (select from staged where staged.leaid = districts.leaid)`);
    await tx.execute(sql`
      update systems s set state_code = d.state_code from districts d where d.leaid = s.leaid and d.state_code <> s.state_code`);
    await settleSystems(tx, null);
  },
};
