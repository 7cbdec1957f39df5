import { COACH_ROLES } from "@arl/schema/enums";
import type { CoachRecord } from "@arl/schema/records";
import { amount, email, id, instant, listedId, state, text, topic, word } from "./cells";
import { list, optional, required } from "./column";
import type { ImportFile } from "./importFile";
import { inOrder } from "./order";

export const coachesFile: ImportFile<CoachRecord> = {
  name: "coaches",
  columns: {
    id: required("coach_id", listedId),
    providerId: required("provider_id", id),
    name: required("name", text),
    email: optional("email", email),
    role: optional("role", word(COACH_ROLES)),
    topics: list("topics", topic),
    states: list("states", state),
    hoursPerMonth: optional("hours_per_month", amount),
    activeFrom: optional("active_from", instant),
    activeTo: optional("active_to", instant),
  },
  check: ({ activeFrom, activeTo }) =>
    inOrder(activeFrom, activeTo, { column: "active_to", reason: "Before active_from." }),
};
