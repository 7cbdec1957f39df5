import DataLoader from "dataloader";
import { sql } from "drizzle-orm";
import type { EnrollmentBand, Governance, Locale, Urgency } from "@arl/schema/enums";
import type { Database } from "../../db/client";
import type { OfferAnswer } from "./offer.table";

/** A coach as mails and cards name them. */
export interface NamedCoach {
  readonly id: string;
  readonly name: string;
  /** Null = not known: no mail reaches them. */
  readonly email: string | null;
  readonly organisation: string;
}

/** What is told of an offer, and what mail about it is made of. The leader's words are not among it. */
export interface OfferFacts {
  readonly requestId: string;
  readonly systemName: string;
  readonly stateCode: string;
  readonly locale: Locale | null;
  readonly enrollmentBand: EnrollmentBand;
  readonly governance: Governance | null;
  readonly urgency: Urgency | null;
  /** ISO 8601. */
  readonly submittedAt: string;
  readonly leaderName: string | null;
  readonly leaderEmail: string | null;
  readonly languages: readonly string[];
  /** Codes, in the framework's order. */
  readonly topics: readonly string[];
  readonly topicLabels: readonly string[];
  /** Who is asked, the lead first. */
  readonly coaches: readonly (NamedCoach & { readonly answer: OfferAnswer | null })[];
  /** Who is on the engagement, the lead first; empty where there is none. */
  readonly team: readonly NamedCoach[];
  readonly owner: { readonly id: string; readonly name: string; readonly email: string } | null;
}

/** The facts of an offer by its id; null where it does not concern the viewer. */
export const offerFactsById = (db: Database) =>
  new DataLoader(
    async (ids: readonly string[]): Promise<(OfferFacts | null)[]> => {
      const rows = await db.execute<{ offer_id: string; facts: OfferFacts }>(sql`select * from offer_facts(${sql.param([...ids])}::uuid[])`);
      const facts = new Map(rows.map(({ offer_id: id, facts: each }) => [id, each]));
      return ids.map((id) => facts.get(id) ?? null);
    },
    // What an answer has changed is told anew.
    { cache: false },
  );
