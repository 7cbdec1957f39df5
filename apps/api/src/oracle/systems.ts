import type { EnrollmentBand, Governance, Locale, PovertyBand, Region, SystemKind } from "@arl/schema/enums";
import { TITLE_I_SHARE } from "@arl/schema/network";
import type { DistrictRecord, RequestRecord } from "@arl/schema/records";
import { regionOf } from "./states";

/** A school system with what all its requests and the district directory say of it. Null is unknown. */
export interface System {
  readonly key: string;
  readonly state: string;
  readonly region: Region;
  readonly locale: Locale | null;
  readonly schools: number | null;
  readonly enrollment: number | null;
  readonly titleI: boolean | null;
  readonly povertyBand: PovertyBand;
  readonly enrollmentBand: EnrollmentBand;
  readonly governance: Governance | null;
}

/** By leaid; else by state and name, of which only letters and digits count, without case. */
export function systemKey(request: RequestRecord): string {
  if (request.leaid !== null) return request.leaid;
  const name = (request.systemName ?? "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return `${request.state} ${name}`;
}

const LOCALE_OF_CODE: Readonly<Record<string, Locale>> = { "1": "CITY", "2": "SUBURB", "3": "TOWN", "4": "RURAL" };

const GOVERNANCE_OF_KIND: Readonly<Record<SystemKind, Governance>> = {
  district: "DISTRICT",
  charter: "CHARTER",
  school: "OTHER",
  other: "OTHER",
};

function povertyBand(percent: number | null): PovertyBand {
  if (percent === null) return "UNKNOWN";
  if (percent < 10) return "UNDER_10";
  if (percent < 20) return "FROM_10_TO_20";
  if (percent < 30) return "FROM_20_TO_30";
  return "OVER_30";
}

function enrollmentBand(students: number | null): EnrollmentBand {
  if (students === null) return "UNKNOWN";
  if (students < 1_000) return "UNDER_1K";
  if (students < 5_000) return "FROM_1K_TO_5K";
  if (students < 25_000) return "FROM_5K_TO_25K";
  return "OVER_25K";
}

/** One system from all its requests and its row in the directory. */
function resolveSystem(key: string, requests: readonly RequestRecord[], district: DistrictRecord | undefined): System {
  const oldestFirst = [...requests].sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
  const latest = <T>(read: (request: RequestRecord) => T | null): T | null =>
    oldestFirst.map(read).findLast((value) => value !== null) ?? null;

  const state = district?.state ?? oldestFirst.at(-1)?.state ?? "";
  const enrollment = latest((request) => request.enrollment) ?? district?.enrollment ?? null;
  const lowIncomeShare = latest((request) => request.lowIncomeShare);
  const kind = latest((request) => request.systemKind);
  return {
    key,
    state,
    region: regionOf(state),
    locale: latest((request) => request.locale) ?? LOCALE_OF_CODE[district?.localeCode?.charAt(0) ?? ""] ?? null,
    schools: latest((request) => request.schools) ?? district?.schools ?? null,
    enrollment,
    titleI: lowIncomeShare === null ? null : lowIncomeShare >= TITLE_I_SHARE,
    povertyBand: povertyBand(district?.childPovertyPct ?? null),
    enrollmentBand: enrollmentBand(enrollment),
    governance: kind === null ? null : GOVERNANCE_OF_KIND[kind],
  };
}

export function resolveSystems(
  requests: readonly RequestRecord[],
  districts: readonly DistrictRecord[],
): ReadonlyMap<string, System> {
  return new Map(
    [...Map.groupBy(requests, systemKey)].map(([key, own]) => [
      key,
      resolveSystem(
        key,
        own,
        districts.find(({ leaid }) => leaid === key),
      ),
    ]),
  );
}
