import { sql } from "drizzle-orm";
import type { ResourceRecord } from "@arl/schema/records";
import { listed, unknownReference, type FileLoad } from "./fileLoad";
import { resourcesFile } from "./resources";

export const resourcesLoad: FileLoad<ResourceRecord> = {
  file: resourcesFile,
  held: `
    select r.id as resource_id, title, url, kind, ${listed("topic_code", "resource_topics t", "t.resource_id = r.id")} as topics,
      provider_id, date_trunc('milliseconds', published_at) as published_at, date_trunc('milliseconds', retired_at) as retired_at
    from resources r`,
  faults: [unknownReference("provider_id", "providers", "No provider has this id.")],
  faultColumns: ["provider_id"],
  async write(tx) {
    await tx.execute(sql`
      insert into resources (id, title, url, kind, provider_id, published_at, retired_at)
      select resource_id, title, url, kind, provider_id, published_at, retired_at from changed
      on conflict (id) do update set title = excluded.title, url = excluded.url, kind = excluded.kind,
        provider_id = excluded.provider_id, published_at = excluded.published_at, retired_at = excluded.retired_at`);
    await tx.execute(sql`delete from resource_topics t using changed c where t.resource_id = c.resource_id`);
    await tx.execute(sql`insert into resource_topics (resource_id, topic_code) select resource_id, unnest(topics) from changed`);
  },
};
