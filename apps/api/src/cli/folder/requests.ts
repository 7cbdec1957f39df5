import { LOCALES, SYSTEM_KINDS, URGENCIES } from "@arl/schema/enums";
import type { RequestRecord } from "@arl/schema/records";
import { email, id, instant, leaid, share, state, text, topic, whole, word } from "./cells";
import { list, optional, required } from "./column";
import type { CellFault, ImportFile } from "./importFile";
import type { Rules } from "./rules";
import { systemId } from "../../network/systems/system.identity";

/** A request as its row gives it: beside a leaid the state may be left out. */
export type RequestRow = Omit<RequestRecord, "state"> & { readonly state: string | null };

/** A system without a leaid is found by its name, and an index cannot hold a longer one. */
const MAX_NAME_LENGTH = 500;

const WITHOUT_LEAID = "Missing: a request without a leaid names its system and state.";

export const requestsFile: ImportFile<RequestRow> = {
  name: "requests",
  columns: {
    id: required("request_id", id),
    submittedAt: required("submitted_at", instant),
    leaid: optional("leaid", leaid),
    systemName: optional("system_name", text),
    state: optional("state", state),
    systemKind: optional("system_kind", word(SYSTEM_KINDS)),
    schools: optional("schools", whole(0)),
    enrollment: optional("enrollment", whole(0)),
    locale: optional("locale", word(LOCALES)),
    lowIncomeShare: optional("low_income_share", share),
    leaderName: optional("leader_name", text),
    leaderEmail: optional("leader_email", email),
    leaderRole: optional("leader_role", text),
    narrative: optional("narrative", text),
    topics: list("topics", topic),
    urgency: optional("urgency", word(URGENCIES)),
    secondsToSubmit: optional("seconds_to_submit", whole(0)),
  },
  headersAnyOf: [["leaid"], ["system_name", "state"]],
  check: (row, rules) => [...unnamedSystem(row), ...strangeLeaid(row, rules)],
};

function unnamedSystem({ leaid: given, systemName, state: stated }: Partial<RequestRow>): CellFault[] {
  if (given !== null) return [];
  return [
    ...nameFaults(systemName),
    ...(stated === null ? [{ column: "state", reason: WITHOUT_LEAID }] : []),
  ];
}

function nameFaults(name: string | null | undefined): CellFault[] {
  if (name === undefined) return [];
  if (name === null) return [{ column: "system_name", reason: WITHOUT_LEAID }];
  if (systemId(null, "", name) === null) return [{ column: "system_name", reason: "Holds no letter or digit." }];
  return name.length > MAX_NAME_LENGTH ? [{ column: "system_name", reason: `Longer than ${MAX_NAME_LENGTH} characters.` }] : [];
}

/** Where a directory is loaded, it knows the state of a leaid better than the leaid's first digits do. */
function strangeLeaid({ leaid: given, state: stated }: Partial<RequestRow>, rules: Rules): CellFault[] {
  if (!given || rules.directoryLoaded) return [];
  const itsState = rules.statesByFips.get(given.slice(0, 2));
  if (itsState === undefined) return [{ column: "leaid", reason: "Its first two digits are no state's." }];
  return stated && stated !== itsState ? [{ column: "leaid", reason: `Belongs to ${itsState}, not to ${stated}.` }] : [];
}
