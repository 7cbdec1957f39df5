import { graphql } from "../../gql";

/** Who coaches a request, and who was asked. */
export const MATCH_STANDING = graphql(`
  query MatchStanding($requestId: ID!) {
    request(id: $requestId) {
      id
      status
      withdrawnAt
      system {
        id
        name
        locale
        enrollmentBand
        exclusions {
          id
          ...KeptApart_exclusion
        }
      }
      engagements {
        id
        closedAt
        coaches {
          id
          name
          provider {
            id
            name
          }
        }
      }
      offers {
        id
        kind
        state
        madeByName
        madeAt
        dueAt
        endedAt
        message
        coaches {
          answer
          answeredAt
          coach {
            id
            name
            provider {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** Whom it could be offered to. */
export const MATCH_PANEL = graphql(`
  query MatchPanel($requestId: ID!) {
    requestMatching(requestId: $requestId) {
      hoursAMonth
      learnedFrom
      noTeam {
        why
        wouldLift
      }
      proposals {
        score
        reasons
        whatWouldChange
        addresses
        coaches {
          id
          name
          role
          profile {
            locales
            enrollmentBands
          }
          provider {
            id
            name
          }
          load {
            hours
            used
            offered
            openRelationships
            waitingOffers
          }
        }
        terms {
          term
          value
          weight
          points
          fact
        }
        load {
          value
          n
        }
        runnerUp {
          id
          name
        }
      }
      leftOut {
        coach {
          id
          name
          provider {
            id
            name
          }
        }
        why
      }
    }
  }
`);

export const MAKE_OFFER = graphql(`
  mutation MakeOffer($input: MakeOfferInput!) {
    makeOffer(input: $input) {
      offer {
        id
        state
      }
    }
  }
`);

export const WITHDRAW_OFFER = graphql(`
  mutation WithdrawOffer($input: WithdrawOfferInput!) {
    withdrawOffer(input: $input) {
      offer {
        id
        state
      }
    }
  }
`);

export const ANSWER_OFFER = graphql(`
  mutation AnswerOffer($input: AnswerOfferInput!) {
    answerOffer(input: $input) {
      offer {
        id
        state
      }
    }
  }
`);

export const TRY_TEAM = graphql(`
  query TryTeam($requestId: ID!, $coachIds: [ID!]!) {
    tryTeam(requestId: $requestId, coachIds: $coachIds) {
      breaks
      allowed
      takesReason
      team {
        score
        reasons
        terms {
          term
          value
          weight
          points
          fact
        }
        load {
          value
          n
        }
        addresses
        coaches {
          id
          name
          profile {
            locales
            enrollmentBands
          }
        }
      }
    }
  }
`);

/** Everybody who could be tried, a page. */
export const COACH_CHOICES = graphql(`
  query CoachChoices($after: String) {
    coaches(first: 100, after: $after) {
      nodes {
        id
        name
        role
        activeTo
        provider {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
