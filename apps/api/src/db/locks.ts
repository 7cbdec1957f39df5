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
} as const;
