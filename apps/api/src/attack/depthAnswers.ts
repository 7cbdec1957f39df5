import type { At, Figure, Reader } from "./answer";
import type { Cell } from "./cell";

interface Hurdle {
  readonly topics: readonly { readonly code: string }[];
  readonly systems: Figure;
  readonly states: Figure;
  readonly providers: Figure;
  readonly lift: Figure;
}

/** A topic by itself is a cell of requests, as in every table; a pair is one of systems with all that they asked for. */
export function readHurdles(reader: Reader, answer: unknown, at: At, conditions: readonly string[]): void {
  for (const { topics, systems, states, providers, lift } of answer as readonly Hurdle[]) {
    const codes = topics.map(({ code }) => code).sort();
    const [one = "", other] = codes;
    const cell = other === undefined ? at("REQUESTS", `TOPIC=${one}`) : at("ASKERS", `PAIR=${codes.join("+")}`);
    reader.count("hurdles.systems", "systems", cell, systems);
    reader.count("hurdles.states", "states", cell, states);
    reader.count("hurdles.providers", "organisations", cell, providers);
    for (const figure of [systems, states, providers]) reader.n("hurdles.n", "systems", cell, figure.n);
    if (other !== undefined && lift.value !== null) {
      reader.lifts.push({ conditions, topics: [one, other], lift: lift.value });
      reader.n("hurdles.lift.n", "systems", at("REQUESTS"), lift.n);
    }
  }
}

interface Regions {
  readonly requesting: Figure;
  readonly regions: readonly { readonly region: { readonly key: string }; readonly topic: { readonly code: string }; readonly systems: Figure; readonly share: Figure; readonly nationShare: Figure }[];
}

export function readRegions(reader: Reader, answer: unknown, at: At): void {
  const { requesting, regions } = answer as Regions;
  reader.count("regional.requesting", "systems", at("REQUESTS"), requesting);
  for (const { region, topic, systems, share, nationShare } of regions) {
    const [here, about] = [`REGION=${region.key}`, `TOPIC=${topic.code}`];
    reader.count("regional.systems", "systems", at("REQUESTS", here, about), systems);
    reader.n("regional.systems.n", "systems", at("REQUESTS", here, about), systems.n);
    reader.share("regional.share", "systems", at("REQUESTS", here, about), share);
    reader.n("regional.share.n", "systems", at("REQUESTS", here), share.n);
    reader.share("regional.nationShare", "systems", at("REQUESTS", about), nationShare);
    reader.n("regional.nationShare.n", "systems", at("REQUESTS"), nationShare.n);
  }
}

export function readRanks(reader: Reader, answer: unknown, cellOf: (topic: string) => Cell): void {
  for (const { topic, count } of answer as readonly { readonly topic: { readonly code: string }; readonly count: Figure }[]) reader.count("topicRanks.count", "records", cellOf(topic.code), count);
}

interface Representation {
  readonly counted: Figure;
  readonly unknown: Figure;
  readonly groups: readonly {
    readonly key: { readonly key: string };
    readonly systems: Figure;
    readonly students: Figure;
    readonly byDistricts: { readonly share: Figure };
    readonly byStudents: { readonly share: Figure };
  }[];
}

/** Of places every system's is known. */
const ALWAYS_KNOWN = ["STATE", "REGION"];

/** Who is of no known group is taken off what shares are of; but not where that would tell how few they are. */
const isOfKnown = (by: string, unknown: Figure): boolean => !ALWAYS_KNOWN.includes(by) && (by === "LOCALE" || unknown.value !== null);

export function readRepresentation(reader: Reader, answer: unknown, at: At, by: string): void {
  const { counted, unknown, groups } = answer as Representation;
  const known = isOfKnown(by, unknown) ? [`${by}_KNOWN=true`] : [];
  reader.count("representation.counted", "systems", at("SESSIONS", ...known), counted);
  if (!ALWAYS_KNOWN.includes(by)) reader.count("representation.unknown", "systems", at("SESSIONS", `${by}=UNKNOWN`), unknown);
  for (const { key, systems, students, byDistricts, byStudents } of groups) {
    const cell = at("SESSIONS", `${by}=${key.key}`);
    reader.count("representation.systems", "systems", cell, systems);
    reader.share("representation.byDistricts", "systems", cell, byDistricts.share);
    reader.n("representation.byDistricts.n", "systems", at("SESSIONS", ...known), byDistricts.share.n);
    reader.sum("representation.students", at("SESSIONS", "STUDENTS_KNOWN=true", `${by}=${key.key}`), students);
    const part = byStudents.share.value;
    // What the part is a share of follows from both.
    const whole = (value: number | null) => (value === null || part === null || part === 0 ? null : value / part);
    reader.sum("representation.students over share", at("SESSIONS", "STUDENTS_KNOWN=true", ...known), { ...students, value: whole(students.value), low: whole(students.low), high: whole(students.high) });
  }
}
