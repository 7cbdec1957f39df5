import { graphql } from "../../gql";

export const ALERTS = graphql(`
  query Alerts {
    alerts {
      id
      kind
      threshold
      scopeWords
      lookedAt
      holds
      heldSince
      found
    }
  }
`);

export const ADD_ALERT = graphql(`
  mutation AddAlert($input: AddAlertInput!) {
    addAlert(input: $input) {
      alert {
        id
        found
      }
    }
  }
`);

export const REMOVE_ALERT = graphql(`
  mutation RemoveAlert($input: RemoveAlertInput!) {
    removeAlert(input: $input) {
      id
    }
  }
`);
