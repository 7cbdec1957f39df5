import {
  CLOSE_REASONS,
  COACH_ROLES,
  LOCALES,
  PROVIDER_KINDS,
  REFERRAL_OUTCOMES,
  RESOURCE_KINDS,
  SESSION_MODES,
  SYSTEM_KINDS,
  URGENCIES,
} from "@arl/schema/enums";
import type { DistrictRecord, NetworkRecords } from "@arl/schema/records";
import { TOPICS } from "./framework";
import { RowReader } from "./readCells";
import { readCsv } from "./readCsv";

const CODES = TOPICS.map(({ code }) => code);
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const WEB = /^https?:\/\/\S+$/i;
const LONG_AGO = new Date(0);

export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly columns: readonly string[];
}

type Known = { readonly [File in keyof NetworkRecords]: Map<string, NetworkRecords[File][number]> };

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

function readState(row: RowReader, leaid: string | null, districts: readonly DistrictRecord[]): string {
  const [given] = row.states("state");
  const district = districts.find((one) => one.leaid === leaid);
  if (leaid !== null && !district) row.fault("leaid");
  if (district && given !== undefined && given !== district.state) row.fault("state");
  return district?.state ?? given ?? "";
}

/** One function a file, from a row to its record; the record of a row with faults is thrown away. */
const READERS: {
  readonly [File in keyof NetworkRecords]: (
    row: RowReader,
    known: Known,
    districts: readonly DistrictRecord[],
  ) => NetworkRecords[File][number];
} = {
  providers: (row) => ({
    id: row.required("provider_id", row.text("provider_id"), ""),
    name: row.required("name", row.text("name"), ""),
    kind: row.word("kind", PROVIDER_KINDS),
    website: row.match("website", WEB),
  }),
  coaches: (row, { providers }) => {
    const [activeFrom, activeTo] = [row.time("active_from"), row.time("active_to")];
    row.order(activeFrom, activeTo, "active_to");
    return {
      id: row.required("coach_id", row.text("coach_id"), ""),
      providerId: row.required("provider_id", row.id("provider_id", providers), ""),
      name: row.required("name", row.text("name"), ""),
      email: row.match("email", MAIL),
      role: row.word("role", COACH_ROLES),
      topics: row.codes("topics", CODES),
      states: row.states("states"),
      hoursPerMonth: row.number("hours_per_month"),
      activeFrom,
      activeTo,
    };
  },
  requests: (row, _, districts) => {
    const leaid = row.match("leaid", /^\d{7}$/);
    const systemName = row.text("system_name");
    if (!row.faults.has("leaid") && leaid === null && systemName === null) row.fault("system_name");
    const state = readState(row, leaid, districts);
    if (leaid === null && systemName !== null && state === "") row.fault("state");
    return {
      id: row.required("request_id", row.text("request_id"), ""),
      submittedAt: row.required("submitted_at", row.time("submitted_at"), LONG_AGO),
      leaid,
      systemName,
      state,
      systemKind: row.word("system_kind", SYSTEM_KINDS),
      schools: row.number("schools", isCount),
      enrollment: row.number("enrollment", isCount),
      locale: row.word("locale", LOCALES),
      lowIncomeShare: row.share("low_income_share"),
      leaderName: row.text("leader_name"),
      leaderEmail: row.match("leader_email", MAIL),
      leaderRole: row.text("leader_role"),
      narrative: row.text("narrative"),
      topics: row.codes("topics", CODES),
      urgency: row.word("urgency", URGENCIES),
      secondsToSubmit: row.number("seconds_to_submit"),
    };
  },
  engagements: (row, { requests, coaches }) => {
    const requestId = row.required("request_id", row.id("request_id", requests), "");
    const coachIds = row.ids("coach_ids", new Set(coaches.keys()));
    const matchedAt = row.required("matched_at", row.time("matched_at"), LONG_AGO);
    const closedAt = row.time("closed_at");
    if (coachIds.length === 0) row.fault("coach_ids");
    row.order(requests.get(requestId)?.submittedAt, matchedAt, "matched_at");
    row.order(matchedAt, closedAt, "closed_at");
    return {
      id: row.required("engagement_id", row.text("engagement_id"), ""),
      requestId,
      coachIds,
      matchedAt,
      closedAt,
      closeReason: row.word("close_reason", CLOSE_REASONS),
    };
  },
  sessions: (row, { engagements, requests, coaches }) => {
    const engagementId = row.required("engagement_id", row.id("engagement_id", engagements), "");
    const heldAt = row.required("held_at", row.time("held_at"), LONG_AGO);
    row.order(requests.get(engagements.get(engagementId)?.requestId ?? "")?.submittedAt, heldAt, "held_at");
    return {
      id: row.required("session_id", row.text("session_id"), ""),
      engagementId,
      heldAt,
      coachIds: row.ids("coach_ids", new Set(coaches.keys())),
      minutes: row.number("minutes", (value) => Number.isInteger(value) && value >= 1 && value <= 600),
      mode: row.word("mode", SESSION_MODES),
      topics: row.codes("topics", CODES),
      challengeLevel: row.number("challenge_level", (value) => [1, 2, 3, 4].includes(value)),
      note: row.text("note"),
    };
  },
  ratings: (row, { sessions }) => {
    const sessionId = row.required("session_id", row.id("session_id", sessions), "");
    const ratedAt = row.required("rated_at", row.time("rated_at"), LONG_AGO);
    const wantsMore = row.word("wants_more", ["yes", "no"]);
    row.order(sessions.get(sessionId)?.heldAt, ratedAt, "rated_at");
    return {
      sessionId,
      ratedAt,
      rating: row.required("rating", row.number("rating", (value) => [1, 2, 3, 4, 5].includes(value)), 1),
      wantsMore: wantsMore === null ? null : wantsMore === "yes",
      comment: row.text("comment"),
    };
  },
  referrals: (row, { requests }) => {
    const sentAt = row.required("sent_at", row.time("sent_at"), LONG_AGO);
    const outcomeAt = row.time("outcome_at");
    row.order(sentAt, outcomeAt, "outcome_at");
    return {
      id: row.required("referral_id", row.text("referral_id"), ""),
      requestId: row.required("request_id", row.id("request_id", requests), ""),
      sentAt,
      destination: row.required("destination", row.text("destination"), ""),
      reason: row.text("reason"),
      outcome: row.word("outcome", REFERRAL_OUTCOMES),
      outcomeAt,
    };
  },
  resources: (row, { providers }) => {
    const [publishedAt, retiredAt] = [row.time("published_at"), row.time("retired_at")];
    row.order(publishedAt, retiredAt, "retired_at");
    return {
      id: row.required("resource_id", row.text("resource_id"), ""),
      title: row.required("title", row.text("title"), ""),
      url: row.required("url", row.match("url", WEB), ""),
      kind: row.word("kind", RESOURCE_KINDS),
      topics: row.codes("topics", CODES),
      providerId: row.id("provider_id", providers),
      publishedAt,
      retiredAt,
    };
  },
};

/** One file into the records known so far. */
function readFile<File extends keyof NetworkRecords>(
  name: File,
  bytes: Uint8Array,
  known: Known,
  options: { readonly districts: readonly DistrictRecord[]; readonly now: Date },
): RejectedRow[] {
  const [head, ...rows] = readCsv(bytes);
  const header = (head?.cells ?? []).map((column) => (column ?? "").trim().toLowerCase());
  return rows.flatMap((csvRow) => {
    const row = new RowReader(header, csvRow, options.now);
    const record: NetworkRecords[File][number] = READERS[name](row, known, options.districts);
    const surplus = csvRow.cells.slice(header.length).some((cell) => cell !== "");
    if (row.faults.size > 0 || surplus || !csvRow.closed) {
      return [{ file: `${name}.csv`, line: csvRow.line, columns: [...row.faults] }];
    }
    known[name].set("sessionId" in record ? record.sessionId : record.id, record);
    return [];
  });
}

/** A plain reading of an import folder by the rules of the import guide: the records that stand, and the bad rows. */
export function readFolder(
  files: ReadonlyMap<string, Uint8Array>,
  districts: readonly DistrictRecord[],
  now: Date,
): { readonly records: NetworkRecords; readonly rejects: readonly RejectedRow[] } {
  const known: Known = {
    providers: new Map(), coaches: new Map(), requests: new Map(), engagements: new Map(),
    sessions: new Map(), ratings: new Map(), referrals: new Map(), resources: new Map(),
  };
  const names = Object.keys(READERS) as (keyof NetworkRecords)[];
  const rejects = names.flatMap((name) =>
    readFile(name, files.get(`${name}.csv`) ?? new Uint8Array(), known, { districts, now }),
  );
  const records = {
    providers: [...known.providers.values()],
    coaches: [...known.coaches.values()],
    requests: [...known.requests.values()],
    engagements: [...known.engagements.values()],
    sessions: [...known.sessions.values()],
    ratings: [...known.ratings.values()],
    referrals: [...known.referrals.values()],
    resources: [...known.resources.values()],
  };
  return { records, rejects };
}
