import type { Availability } from "./ask";

/** An organisation's part in the network. */
export interface CandidateOrganisation {
  readonly id: string;
  readonly name: string;
  /** Its share of recent matches, 0 to 1. */
  readonly matches: number;
  /** Its share of the network's coaching hours, 0 to 1. */
  readonly capacity: number;
}

/** What kinds of systems a coach has worked with. Shares are of relationships of known kind, 0 to 1, by the word for the kind. */
export interface PastWork {
  readonly relationships: number;
  readonly enrollment: Readonly<Record<string, number>>;
  readonly locale: Readonly<Record<string, number>>;
  readonly governance: Readonly<Record<string, number>>;
}

/** A coach who could be matched. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly organisation: CandidateOrganisation;
  readonly role: "generalist" | "specialist";
  /** By topic, 0 to 1; see `strengthOf`. A topic that is missing is not covered. */
  readonly strengths: Readonly<Record<string, number>>;
  /** Postal codes; empty = any. */
  readonly states: readonly string[];
  readonly pastWork: PastWork;
  /** Beside English. */
  readonly languages: readonly string[];
  /** Hours a month. */
  readonly capacity: number;
  /** Hours a month that are not taken yet; not under 0. */
  readonly freeHours: number;
  /** Open relationships now, and how many there may be at once; null = no bound but the hours. */
  readonly relationships: number;
  readonly mostRelationships: number | null;
  /** Null where the coach did not say. */
  readonly availability: Availability | null;
  /** False for one who has left or is paused. */
  readonly active: boolean;
}
