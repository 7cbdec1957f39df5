import type { ProviderKind } from "../../gql/graphql";

/** What the kinds of organisation are called. */
export const KIND_WORDS: Readonly<Record<ProviderKind, string>> = {
  HUB: "Hub: runs the network",
  PROVIDER: "Provider: coaches",
  INTERMEDIARY: "Intermediary: neither",
};

export const KINDS: readonly ProviderKind[] = ["PROVIDER", "INTERMEDIARY", "HUB"];
