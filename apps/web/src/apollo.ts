import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import type { GraphQLCodegenDataMasking } from "@apollo/client/masking";
import { nameDocuments, sendById } from "./documents";

declare module "@apollo/client" {
  // Without it, fragment types of masked data are `never`.
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}

/**
 * The one client of the page. Data is masked: a component sees the fields of its own fragment.
 * Aggregates have no identity (two scopes give two answers), so their fragments are spread with
 * `@unmask` and passed down as plain values.
 */
export function createClient(): ApolloClient {
  return new ApolloClient({
    link: nameDocuments.concat(new HttpLink({ uri: "/graphql", credentials: "same-origin", fetch: sendById })),
    cache: new InMemoryCache({ typePolicies: { Network: { merge: true } } }),
    dataMasking: true,
    clientAwareness: { name: "dashboard" },
  });
}
