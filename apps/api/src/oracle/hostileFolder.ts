import type { DistrictRecord } from "@arl/schema/records";
import { writeCases, type ExpectedRecord, type ExpectedReject } from "./hostileCase";
import { engagements, ratings, referrals, resources, sessions } from "./hostileCoaching";
import { coaches, providers } from "./hostileProviders";
import { requests } from "./hostileRequests";

export interface HostileFolder {
  /** The eight files by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The directory to have loaded before. */
  readonly districts: readonly DistrictRecord[];
  readonly rejects: readonly ExpectedReject[];
  /** Every row that stands in the end, and what it is read as, as far as it matters. */
  readonly accepted: readonly ExpectedRecord[];
}

const district = (leaid: string, name: string, state: string): DistrictRecord => ({
  leaid, name, state, city: null, zip: null, localeCode: "21", enrollment: 4_000, schools: 7,
  lat: null, lon: null, agencyType: 1, isCharter: false, isRegular: true, childPovertyPct: 12.5,
});

/**
 * A folder in which most rows are wrong, each in its own way, among rows that look wrong and are not.
 * @param now the clock of the import.
 */
export function hostileFolder(now: Date): HostileFolder {
  const files = [providers, coaches, requests(now), engagements, sessions, ratings, referrals, resources].map((file) => ({
    name: `${file.name}.csv`,
    ...writeCases(file),
  }));
  return {
    files: new Map(files.map(({ name, bytes }) => [name, bytes])),
    districts: [district("0699901", "Juniper Unified", "CA"), district("3699902", "Maple Public Schools", "NY")],
    rejects: files.flatMap(({ rejects }) => rejects),
    accepted: files.flatMap(({ accepted }) => accepted),
  };
}
