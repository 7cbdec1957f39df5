import { ROLE_WORDS } from "../../access/words";
import type { Role } from "../../gql/graphql";

/** What an event's detail holds, as far as it is JSON. */
export type Detail = Readonly<Record<string, unknown>>;

export interface AuditFacts {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** JSON. */
  readonly detail: string;
}

/** The detail of an event; empty where it is none. */
export function readDetail(json: string): Detail {
  try {
    const detail: unknown = JSON.parse(json);
    return typeof detail === "object" && detail !== null && !Array.isArray(detail) ? (detail as Detail) : {};
  } catch {
    return {};
  }
}

/** The first of the names under which the detail holds a text or a number. */
function said(detail: Detail, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = detail[name];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return value.toLocaleString("en-US");
  }
  return null;
}

function roleName(detail: Detail): string {
  const role = said(detail, "role");
  return (role === null ? undefined : ROLE_WORDS[role.toUpperCase() as Role])?.toLowerCase() ?? "a role";
}

const quoted = (text: string | null, other: string) => (text === null ? other : `“${text}”`);

/** By what somebody came in. */
const WAYS_IN: Readonly<Record<string, string>> = {
  password: "",
  link: " by a link",
  totp: " with a password and an app's code",
  backup_code: " with a password and a backup code",
  oidc: " at their organisation's own sign-in",
};

const SESSIONS: Readonly<Record<string, string>> = { one: "one of their sessions", others: "all their other sessions", all: "all their sessions" };

/** `whom` is the person that it was done to, `subject` the id of the thing. */
type Saying = (detail: Detail, subject: string, whom: string) => string;

/** What happened, after the name of who did it. */
const SAYINGS: Readonly<Record<string, Saying>> = {
  "note.opened": (_, id) => `opened the notes of session ${id}`,
  "records.exported": (d) => `took out ${said(d, "rows") ?? "some"} rows of ${said(d, "what") ?? "records"}`,
  "person.invited": (d) => `invited ${said(d, "email", "to") ?? "somebody"} as ${roleName(d)}`,
  "person.joined": (d) => `joined as ${roleName(d)}`,
  "person.disabled": (_, __, whom) => `disabled the account of ${whom}`,
  "person.enabled": (_, __, whom) => `enabled the account of ${whom}`,
  "invitation.revoked": (d) => `took back the invitation of ${said(d, "email") ?? "somebody"}`,
  "role.given": (d, _, whom) => (d["again"] === true ? `changed what goes with the role ${roleName(d)} of ${whom}` : `gave ${whom} the role ${roleName(d)}`),
  "role.taken": (d, _, whom) => `took the role ${roleName(d)} from ${whom}`,
  "organisation.added": (d) => `added the organisation ${quoted(said(d, "name"), "without a name")}`,
  "organisation.changed": (d, id) => `changed the organisation ${quoted(said(d, "name"), id)}`,
  "organisation.removed": (d, id) => `removed the organisation ${quoted(said(d, "name"), id)}`,
  "key.made": (d) => `made the API key ${quoted(said(d, "name", "prefix"), "without a name")}`,
  "key.rotated": (d) => `put a new API key in the place of ${quoted(said(d, "name", "prefix"), "an old one")}`,
  "key.revoked": (d) => `revoked the API key ${quoted(said(d, "name", "prefix"), "without a name")}`,
  "tag.added": (d, id) => `tagged request ${id} with ${said(d, "topic_code") ?? "a topic"}`,
  "tag.removed": (d, id) => `took the tag ${said(d, "topic_code") ?? "of a topic"} off request ${id}`,
  "match.made": (d, id) => `matched request ${said(d, "request_id") ?? id}`,
  "match.changed": (d, id) => (d["coaches"] === undefined ? `changed engagement ${id}` : `changed the coaches of engagement ${id}`),
  "match.removed": (_, id) => `removed engagement ${id}`,
  "mail.resent": () => "sent a mail again",
  "pack.edited": (d, week) => `put sentence ${said(d, "sentence") ?? "of a pack"} of the call of ${week} into other words`,
  "pack.hidden": (d, week) => `hid sentence ${said(d, "sentence") ?? "of a pack"} of the call of ${week}`,
  "pack.restored": (d, week) => `restored sentence ${said(d, "sentence") ?? "of a pack"} of the call of ${week}`,
  "pack.noted": (_, week) => `added a note to the call of ${week}`,
  "pack.note_removed": (_, week) => `took a note off the call of ${week}`,
  "learning_call.published": (d, week) => `published the call of ${week}, edition ${said(d, "edition") ?? "unknown"}`,
  "commitment.added": (d) => `wrote down a commitment in the call of ${said(d, "week") ?? "a week"}`,
  "commitment.settled": (d) => `said of a commitment that it is ${said(d, "state") ?? "settled"}`,
  "sign_in.succeeded": (d) => `signed in${WAYS_IN[said(d, "by") ?? ""] ?? ""}`,
  "sign_in.failed": (_, __, whom) => `failed to sign in as ${whom}`,
  "two_factor.on": (d) => (d["backupCodes"] === undefined ? "turned two-factor on" : "made new backup codes"),
  "two_factor.off": () => "turned two-factor off",
  "password.changed": (d) => (d["by"] === "reset" ? "chose a new password, having forgotten the old" : "changed their password"),
  "sessions.revoked": (d) => `ended ${SESSIONS[said(d, "which") ?? ""] ?? "sessions of theirs"}`,
  "import.loaded": (d) => `loaded an import${said(d, "rows", "accepted") === null ? "" : ` of ${said(d, "rows", "accepted")} rows`}`,
};

/** What was done to several things at once, before their number. */
const VERBS: Readonly<Record<string, string>> = {
  "role.given": "gave roles to",
  "role.taken": "took roles from",
  "organisation.added": "added",
  "organisation.changed": "changed",
  "organisation.removed": "removed",
  "tag.added": "tagged",
  "tag.removed": "took tags off",
  "match.made": "began",
  "match.changed": "changed",
  "match.removed": "removed",
  "key.revoked": "revoked",
};

const THINGS: Readonly<Record<string, string>> = { person: "people", organisation: "organisations", request: "requests", engagement: "engagements", api_key: "API keys" };

/** Every kind of event that the trail tells in words of its own. */
export const KNOWN_ACTIONS: readonly string[] = Object.keys(SAYINGS).toSorted();

/** Whether the sentence needs the name of the person that it was done to. */
export function namesSubject({ action, subjectType }: Pick<AuditFacts, "action" | "subjectType">): boolean {
  return subjectType === "person" && /^(?:role\.|person\.(?:dis|en)abled|sign_in\.failed)/.test(action);
}

/**
 * What happened in words, to follow the name of who did it; of an unknown action, its own name.
 * @param name of the person that it was done to, where it is known.
 */
export function auditSentence({ action, subjectType, subjectId, detail }: AuditFacts, name: string | null = null): string {
  const facts = readDetail(detail);
  const several = said(facts, "count");
  if (several !== null && subjectId === "*") return `${VERBS[action] ?? action.replace(/[._]/g, " ")} ${several} ${THINGS[subjectType] ?? "things"}`;
  const saying = SAYINGS[action];
  if (saying !== undefined) return saying(facts, subjectId, name ?? (subjectType === "address" ? subjectId : "somebody"));
  return `${action.replace(/[._]/g, " ")}: ${subjectType} ${subjectId}`;
}

/** What an action is called in a list to choose from. */
export function actionName(action: string): string {
  const words = action.replace(".", ": ").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
