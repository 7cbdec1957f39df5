import { RESOURCE_KINDS } from "@arl/schema/enums";
import type { ResourceRecord } from "@arl/schema/records";
import { id, instant, text, topic, webAddress, word } from "./cells";
import { list, optional, required } from "./column";
import type { ImportFile } from "./importFile";
import { inOrder } from "./order";

export const resourcesFile: ImportFile<ResourceRecord> = {
  name: "resources",
  columns: {
    id: required("resource_id", id),
    title: required("title", text),
    url: required("url", webAddress),
    kind: optional("kind", word(RESOURCE_KINDS)),
    topics: list("topics", topic),
    providerId: optional("provider_id", id),
    publishedAt: optional("published_at", instant),
    retiredAt: optional("retired_at", instant),
  },
  check: ({ publishedAt, retiredAt }) =>
    inOrder(publishedAt, retiredAt, { column: "retired_at", reason: "Before published_at." }),
};
