import type { ComponentType } from "react";

/** What a card on the leader's page is given. */
export interface LeaderCardProps {
  /** Of the private link that the page was opened by. */
  readonly token: string;
  /** To call when an answer has changed what the page shows. */
  readonly again: () => void;
}

interface LeaderCard {
  readonly name: string;
  readonly load: () => Promise<ComponentType<LeaderCardProps>>;
}

/**
 * What may wait for a leader's answer on their page, one line each: `load: async () => (await import("../network/offers/ConsentCard")).ConsentCard`.
 * A card asks for itself whether there is anything to answer, and draws nothing (null) where there is not.
 */
export const LEADER_CARDS: readonly LeaderCard[] = [
  { name: "referral", load: async () => (await import("../network/referral/ReferralCard")).ReferralCard },
  { name: "specialist", load: async () => (await import("../network/offers/ConsentCard")).ConsentCard },
];
