import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { NetworkRecords } from "@arl/schema/records";
import { Rng } from "./random";
import {
  listSpelling,
  numberSpelling,
  shareSpelling,
  stateSpelling,
  textSpelling,
  timeSpelling,
  wordSpelling,
} from "./spelling";

type Row = Readonly<Record<string, string>>;

/** One function a file, from a record to its cells by column. */
const CELLS: { readonly [File in keyof NetworkRecords]: (record: NetworkRecords[File][number], rng: Rng) => Row } = {
  providers: (provider, rng) => ({
    provider_id: provider.id,
    name: textSpelling(rng, provider.name),
    kind: wordSpelling(rng, provider.kind),
    website: provider.website ?? "",
  }),
  coaches: (coach, rng) => ({
    coach_id: coach.id,
    provider_id: coach.providerId,
    name: textSpelling(rng, coach.name),
    email: coach.email ?? "",
    role: wordSpelling(rng, coach.role),
    topics: listSpelling(rng, coach.topics.map((topic) => wordSpelling(rng, topic))),
    states: listSpelling(rng, coach.states.map((state) => stateSpelling(rng, state))),
    hours_per_month: numberSpelling(coach.hoursPerMonth),
    active_from: timeSpelling(rng, coach.activeFrom),
    active_to: timeSpelling(rng, coach.activeTo),
  }),
  requests: (request, rng) => ({
    request_id: request.id,
    submitted_at: timeSpelling(rng, request.submittedAt),
    leaid: request.leaid ?? "",
    system_name: textSpelling(rng, request.systemName),
    // A leaid tells the state, so the cell may stay empty; the Bureau of Indian Education is no state to name.
    state: request.leaid !== null && (request.state === "BI" || rng.chance(0.4)) ? "" : stateSpelling(rng, request.state),
    system_kind: wordSpelling(rng, request.systemKind),
    schools: numberSpelling(request.schools),
    enrollment: numberSpelling(request.enrollment),
    locale: wordSpelling(rng, request.locale),
    low_income_share: shareSpelling(rng, request.lowIncomeShare),
    leader_name: textSpelling(rng, request.leaderName),
    leader_email: request.leaderEmail ?? "",
    leader_role: textSpelling(rng, request.leaderRole),
    narrative: textSpelling(rng, request.narrative),
    topics: listSpelling(rng, request.topics.map((topic) => wordSpelling(rng, topic))),
    urgency: wordSpelling(rng, request.urgency),
    seconds_to_submit: numberSpelling(request.secondsToSubmit),
  }),
  engagements: (engagement, rng) => ({
    engagement_id: engagement.id,
    request_id: engagement.requestId,
    // A coach listed twice counts once.
    coach_ids: listSpelling(rng, rng.chance(0.1) ? [...engagement.coachIds, ...engagement.coachIds] : engagement.coachIds),
    matched_at: timeSpelling(rng, engagement.matchedAt),
    closed_at: timeSpelling(rng, engagement.closedAt),
    close_reason: wordSpelling(rng, engagement.closeReason),
  }),
  sessions: (session, rng) => ({
    session_id: session.id,
    engagement_id: session.engagementId,
    held_at: timeSpelling(rng, session.heldAt),
    coach_ids: listSpelling(rng, session.coachIds),
    minutes: numberSpelling(session.minutes),
    mode: wordSpelling(rng, session.mode),
    topics: listSpelling(rng, session.topics.map((topic) => wordSpelling(rng, topic))),
    challenge_level: numberSpelling(session.challengeLevel),
    note: textSpelling(rng, session.note),
  }),
  ratings: (rating, rng) => ({
    session_id: rating.sessionId,
    rated_at: timeSpelling(rng, rating.ratedAt),
    rating: rng.pick([String(rating.rating), String(rating.rating), `${rating.rating}.0`]),
    wants_more: rating.wantsMore === null ? "" : wordSpelling(rng, rating.wantsMore ? "yes" : "no"),
    comment: textSpelling(rng, rating.comment),
  }),
  referrals: (referral, rng) => ({
    referral_id: referral.id,
    request_id: referral.requestId,
    sent_at: timeSpelling(rng, referral.sentAt),
    destination: textSpelling(rng, referral.destination),
    reason: textSpelling(rng, referral.reason),
    outcome: wordSpelling(rng, referral.outcome),
    outcome_at: timeSpelling(rng, referral.outcomeAt),
  }),
  resources: (resource, rng) => ({
    resource_id: resource.id,
    title: textSpelling(rng, resource.title),
    url: resource.url,
    kind: wordSpelling(rng, resource.kind),
    topics: listSpelling(rng, resource.topics.map((topic) => wordSpelling(rng, topic))),
    provider_id: resource.providerId ?? "",
    published_at: timeSpelling(rng, resource.publishedAt),
    retired_at: timeSpelling(rng, resource.retiredAt),
  }),
};

function quoted(rng: Rng, cell: string): string {
  return /[",\r\n]/.test(cell) || rng.chance(0.05) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows as CSV: columns in any order, one that nobody knows, with or without BOM, CRLF and a last line end. */
function csv(rows: readonly Row[], columns: readonly string[], rng: Rng): string {
  const header = rng.shuffle([...columns, "colour of the form"]);
  const lineEnd = rng.pick(["\n", "\r\n"]);
  const lines = rows.map((row) => {
    const cells = header.map((column) => quoted(rng, row[column] ?? rng.pick(["", "blue", "dark\nblue"])));
    return [...cells, ...(rng.chance(0.05) ? ["", ""] : [])].join(",");
  });
  const head = header.map((column) => quoted(rng, wordSpelling(rng, column))).join(",");
  return (rng.chance(0.4) ? "\uFEFF" : "") + [head, ...lines].join(lineEnd) + rng.pick(["", lineEnd]);
}

/** The columns of each file, in the order of the import guide. */
const COLUMNS: { readonly [File in keyof NetworkRecords]: readonly string[] } = {
  providers: ["provider_id", "name", "kind", "website"],
  coaches: ["coach_id", "provider_id", "name", "email", "role", "topics", "states", "hours_per_month", "active_from", "active_to"],
  requests: [
    "request_id", "submitted_at", "leaid", "system_name", "state", "system_kind", "schools", "enrollment", "locale",
    "low_income_share", "leader_name", "leader_email", "leader_role", "narrative", "topics", "urgency", "seconds_to_submit",
  ],
  engagements: ["engagement_id", "request_id", "coach_ids", "matched_at", "closed_at", "close_reason"],
  sessions: ["session_id", "engagement_id", "held_at", "coach_ids", "minutes", "mode", "topics", "challenge_level", "note"],
  ratings: ["session_id", "rated_at", "rating", "wants_more", "comment"],
  referrals: ["referral_id", "request_id", "sent_at", "destination", "reason", "outcome", "outcome_at"],
  resources: ["resource_id", "title", "url", "kind", "topics", "provider_id", "published_at", "retired_at"],
};

function fileOf<File extends keyof NetworkRecords>(records: NetworkRecords, file: File, rng: Rng): string {
  const rows = records[file].map((record: NetworkRecords[File][number]) => CELLS[file](record, rng));
  return csv(rows, COLUMNS[file], rng);
}

/** The import folder's files, by name; spelled in all legal ways, and saying exactly what the records say. */
export function folderOf(records: NetworkRecords, seed = 1): Map<string, string> {
  const rng = new Rng(seed);
  const files = Object.keys(COLUMNS) as (keyof NetworkRecords)[];
  return new Map(files.map((file) => [`${file}.csv`, fileOf(records, file, rng)]));
}

/** Writes the import folder, creating it where it is missing. */
export function writeFolder(folder: string, records: NetworkRecords, seed = 1): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of folderOf(records, seed)) writeFileSync(join(folder, name), content);
}
