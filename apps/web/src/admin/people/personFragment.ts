import type { TypedDocumentNode } from "@apollo/client";
import { graphql } from "../../gql";

const PERSON_FULL = graphql(`
  fragment PersonFull_person on Person {
    id
    name
    email
    disabled
    twoFactor
    createdAt
    lastSignInAt
    memberships {
      role
      positions
      provider {
        id
        name
      }
      coach {
        id
        name
      }
    }
  }
`);

/** All of a person that the administration shows; changes answer with it, so that every list follows. */
export type PersonFull = typeof PERSON_FULL extends TypedDocumentNode<infer Data> ? Data : never;
