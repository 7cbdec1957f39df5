import { graphql } from "../../gql";

/** Coaches for all requests that wait, around those that are locked. */
export const MATCH_PLAN = graphql(`
  query MatchPlan($locked: [LockedMatchInput!]) {
    matchPlan(locked: $locked) {
      matches {
        id
        locked
        leftOver
        request {
          id
          submittedAt
          urgency
          topics {
            id
            label
          }
          system {
            id
            name
            state
          }
        }
        team {
          score
          reasons
          addresses
          load {
            value
            n
          }
          coaches {
            id
            name
            provider {
              id
              name
            }
            load {
              hours
            }
          }
        }
      }
      unmatched {
        why
        wouldLift
        request {
          id
          submittedAt
          system {
            id
            name
            state
          }
        }
      }
    }
  }
`);

export const PUBLISH_MATCHES = graphql(`
  mutation PublishMatches($input: PublishMatchesInput!) {
    publishMatches(input: $input) {
      offers {
        id
        state
      }
    }
  }
`);

export const MATCH_SETTINGS = graphql(`
  query MatchSettings {
    matchSettings {
      hoursAMonth
      offerHours
      reoffers
      learnedFrom
      overridden
      weights {
        term
        weight
        first
        low
        high
      }
    }
    viewer {
      id
      positions
    }
  }
`);

export const SET_MATCHING = graphql(`
  mutation SetMatching($input: SetMatchingInput!) {
    setMatching(input: $input) {
      settings {
        learnedFrom
      }
    }
  }
`);
