import type { RatingRecord } from "@arl/schema/records";
import { id, instant, text, whole, yesOrNo } from "./cells";
import { optional, required } from "./column";
import type { ImportFile } from "./importFile";

export const ratingsFile: ImportFile<RatingRecord> = {
  name: "ratings",
  columns: {
    sessionId: required("session_id", id),
    ratedAt: required("rated_at", instant),
    rating: required("rating", whole(1, 5)),
    wantsMore: optional("wants_more", yesOrNo),
    comment: optional("comment", text),
  },
};
