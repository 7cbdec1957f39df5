/**
 * The id of the system that a request speaks for: its leaid, else state and name, of which only letters and
 * digits count and case does not ("St. Mary's" and "ST MARYS" are one).
 * @returns null when there is neither a leaid nor a letter or digit in the name.
 */
export function systemId(leaid: string | null, stateCode: string, name: string | null): string | null {
  if (leaid !== null) return leaid;
  const key = (name ?? "").normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return key === "" ? null : `${stateCode}:${key}`;
}
