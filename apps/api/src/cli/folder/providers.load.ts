import { sql } from "drizzle-orm";
import type { ProviderRecord } from "@arl/schema/records";
import type { FileLoad } from "./fileLoad";
import { providersFile } from "./providers";

export const providersLoad: FileLoad<ProviderRecord> = {
  file: providersFile,
  held: "select id as provider_id, name, kind, website from providers",
  faults: [],
  faultColumns: [],
  settled: { kind: "coalesce(kind, 'provider')" },
  async write(tx) {
    await tx.execute(sql`
      insert into providers (id, name, kind, website)
      select provider_id, name, kind, website from changed
      on conflict (id) do update set name = excluded.name, kind = excluded.kind, website = excluded.website`);
  },
};
