/** A write that the product is asked for, and what it has to leave behind. */
export const DEED_KINDS = ["submitRequest", "tagRequest", "makeOffer", "answerOffer", "logSession", "rateCall", "askMore"] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

/** ACKNOWLEDGED: answered as done. UNKNOWN: given up without an answer. REFUSED: answered with an error time and again. */
export type DeedOutcome = "acknowledged" | "unknown" | "refused";

export interface Deed {
  readonly kind: DeedKind;
  /** By which what it left is found again: its idempotency key, or the id that it gave. */
  readonly key: string;
  /** How many mails it asks for. */
  readonly mails: number;
  readonly outcome: DeedOutcome;
}

/** What is found of a deed in the end. */
export interface Trace {
  readonly rows: number;
  readonly audits: number;
  readonly mails: number;
}

export interface Verdict {
  readonly acknowledged: number;
  readonly unknown: number;
  readonly refused: number;
  /** Acknowledged and not there. */
  readonly lost: number;
  /** There more than once. */
  readonly doubled: number;
  /** Never acknowledged, and there whole. */
  readonly recovered: number;
  /** There without having been asked for. */
  readonly unexpected: number;
  /** There without its one audit event. */
  readonly unaudited: number;
  /** There with fewer mails than it asks for. */
  readonly mailsLost: number;
  /** There with more. */
  readonly mailsDoubled: number;
  /** Not there, and yet something of it is. */
  readonly torn: number;
}

const NOTHING: Trace = { rows: 0, audits: 0, mails: 0 };

/** Compares what was asked for with what is there, as a set test does. @param traces by kind and key. */
export function judge(deeds: readonly Deed[], traces: Readonly<Record<DeedKind, ReadonlyMap<string, Trace>>>): Verdict {
  const found = deeds.map((deed) => ({ ...deed, trace: traces[deed.kind].get(deed.key) ?? NOTHING }));
  const count = (holds: (each: (typeof found)[number]) => boolean) => found.filter(holds).length;
  const isThere = ({ trace }: { readonly trace: Trace }) => trace.rows > 0;
  const asked = Object.fromEntries(DEED_KINDS.map((kind) => [kind, new Set(deeds.filter((deed) => deed.kind === kind).map(({ key }) => key))])) as Record<DeedKind, Set<string>>;
  const unexpected = DEED_KINDS.flatMap((kind) => [...traces[kind]].filter(([key, { rows }]) => rows > 0 && !asked[kind].has(key)));
  return {
    acknowledged: count(({ outcome }) => outcome === "acknowledged"),
    unknown: count(({ outcome }) => outcome === "unknown"),
    refused: count(({ outcome }) => outcome === "refused"),
    lost: count((each) => each.outcome === "acknowledged" && !isThere(each)),
    doubled: count(({ trace }) => trace.rows > 1),
    recovered: count((each) => each.outcome !== "acknowledged" && isThere(each)),
    unexpected: unexpected.length,
    unaudited: count((each) => isThere(each) && each.trace.audits !== 1),
    mailsLost: count((each) => isThere(each) && each.trace.mails < each.mails),
    mailsDoubled: count((each) => isThere(each) && each.trace.mails > each.mails),
    torn: count((each) => !isThere(each) && each.trace.audits + each.trace.mails > 0),
  };
}
