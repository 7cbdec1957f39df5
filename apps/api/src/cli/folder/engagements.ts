import { CLOSE_REASONS } from "@arl/schema/enums";
import type { EngagementRecord } from "@arl/schema/records";
import { id, instant, word } from "./cells";
import { optional, required, requiredList } from "./column";
import type { ImportFile } from "./importFile";
import { inOrder } from "./order";

export const engagementsFile: ImportFile<EngagementRecord> = {
  name: "engagements",
  columns: {
    id: required("engagement_id", id),
    requestId: required("request_id", id),
    coachIds: requiredList("coach_ids", id),
    matchedAt: required("matched_at", instant),
    closedAt: optional("closed_at", instant),
    closeReason: optional("close_reason", word(CLOSE_REASONS)),
  },
  check: ({ matchedAt, closedAt }) => inOrder(matchedAt, closedAt, { column: "closed_at", reason: "Before matched_at." }),
};
