import type { KeyScope } from "../../gql/graphql";

/** A first question: of one's own rows where the key may read them, else of the network. */
const QUESTIONS: Readonly<Record<KeyScope, string>> = {
  OWN_READ: "{ viewer { name provider { name } } sessions(first: 3) { totalCount nodes { id heldAt } } }",
  SHARED_READ: "{ viewer { name } impact { systemsServed { value n } } }",
};

/** A line for a terminal that asks the API a first question with a new key. */
export function curlLine(origin: string, secret: string, scopes: readonly KeyScope[]): string {
  const query = QUESTIONS[scopes.includes("OWN_READ") ? "OWN_READ" : "SHARED_READ"];
  return [
    `curl -sS ${origin}/graphql`,
    `-H 'authorization: Bearer ${secret}'`,
    "-H 'content-type: application/json'",
    `-d '${JSON.stringify({ query })}'`,
  ].join(" \\\n  ");
}
