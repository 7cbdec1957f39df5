import type { TypedDocumentNode } from "@apollo/client";
import { graphql } from "../../gql";

const KEY_LINE = graphql(`
  fragment KeyLine_apiKey on ApiKey {
    id
    name
    prefix
    scopes
    ownerName
    provider {
      id
      name
    }
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
    state
  }
`);

/** What a list of keys shows of each; changes answer with it, so that every list follows. */
export type KeyLine = typeof KEY_LINE extends TypedDocumentNode<infer Data> ? Data : never;
