/** How far two numbers may lie apart, relative to their size where that is over one. */
const TOLERANCE = 1e-6;

/**
 * Where an answer differs from what was expected, as paths; empty where they agree. Only what is expected is looked at:
 * an answer may say more. Lists must be as long as expected, in the same order.
 */
export function differences(expected: unknown, answered: unknown, path = ""): string[] {
  if (typeof expected === "number" && typeof answered === "number") {
    const apart = Math.abs(expected - answered);
    return apart <= TOLERANCE * Math.max(1, Math.abs(expected)) ? [] : [`${path}: expected ${expected}, got ${answered}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(answered) || answered.length !== expected.length) {
      return [`${path}: expected ${expected.length} items, got ${Array.isArray(answered) ? answered.length : String(answered)}`];
    }
    return expected.flatMap((item, index) => differences(item, answered[index], `${path}[${index}]`));
  }
  if (expected !== null && typeof expected === "object") {
    if (answered === null || typeof answered !== "object") return [`${path}: expected an object, got ${String(answered)}`];
    const fields = answered as Record<string, unknown>;
    return Object.entries(expected).flatMap(([name, value]) => differences(value, fields[name], path === "" ? name : `${path}.${name}`));
  }
  return expected === answered ? [] : [`${path}: expected ${String(expected)}, got ${String(answered)}`];
}
