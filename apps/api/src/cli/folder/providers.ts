import { PROVIDER_KINDS } from "@arl/schema/enums";
import type { ProviderRecord } from "@arl/schema/records";
import { id, text, webAddress, word } from "./cells";
import { optional, required } from "./column";
import type { ImportFile } from "./importFile";

export const providersFile: ImportFile<ProviderRecord> = {
  name: "providers",
  columns: {
    id: required("provider_id", id),
    name: required("name", text),
    kind: optional("kind", word(PROVIDER_KINDS)),
    website: optional("website", webAddress),
  },
};
