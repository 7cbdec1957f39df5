/** Advisory locks by what they guard: any numbers, each its own, the same in every process on a database. */
export const LOCKS = {
  /** One process migrates at a time. */
  migration: 7_305_001,
  /** One server runs on an embedded database. */
  server: 7_305_002,
  /** One import writes at a time. */
  import: 7_305_003,
  /** One admin at a time stops being one; migration 0006 names it by its number. */
  admins: 7_305_004,
  /** One organisation is added at a time. */
  organisations: 7_305_005,
  /** One learning call is published at a time. */
  learningCalls: 7_305_006,
  /** One change of the framework at a time; migration 0014 names it by its number. */
  framework: 7_305_007,
  /** One transaction at a time adds to the audit trail; migration 0004 names it by its number. */
  audit: 7_305_010,
  /** One process at a time makes the server's login; migration 0009 names it by its number. */
  login: 7_305_011,
} as const;
