import { SESSION_MODES } from "@arl/schema/enums";
import type { SessionRecord } from "@arl/schema/records";
import { id, instant, text, topic, whole, word } from "./cells";
import { list, optional, required } from "./column";
import type { ImportFile } from "./importFile";

export const sessionsFile: ImportFile<SessionRecord> = {
  name: "sessions",
  columns: {
    id: required("session_id", id),
    engagementId: required("engagement_id", id),
    heldAt: required("held_at", instant),
    coachIds: list("coach_ids", id),
    minutes: optional("minutes", whole(1, 600)),
    mode: optional("mode", word(SESSION_MODES)),
    topics: list("topics", topic),
    challengeLevel: optional("challenge_level", whole(1, 4)),
    note: optional("note", text),
  },
};
