import { graphql } from "../../gql";

/** A request with all that staff know of it. */
export const DESK_REQUEST = graphql(`
  query DeskRequestPage($id: ID!) {
    network {
      now
    }
    viewer {
      id
    }
    deskPeople {
      id
      name
    }
    deskRequest(id: $id) {
      id
      owner {
        id
        name
      }
      next {
        id
        step
        actor
        due
        overdueHours
        also
      }
      mergedInto {
        id
      }
      merged {
        id
        submittedAt
        narrative
      }
      asks {
        id
        kind
        text
        at
        settledAt
      }
      lowRated {
        id
        heldAt
        coaches {
          id
          name
        }
        rating {
          rating
          comment
        }
      }
      history {
        id
        at
        what
        by
        text
      }
      mails {
        id
        subject
        to
        state
        createdAt
        sentAt
        lastError
      }
      request {
        id
        submittedAt
        narrative
        urgency
        withdrawnAt
        status
        topics {
          id
          label
        }
        leader {
          id
          name
          email
          role
        }
        engagements {
          id
          closedAt
        }
        system {
          id
          name
          state
          stateName
          locale
          enrollment
          schools
          titleI
          requests {
            id
            submittedAt
            status
            topics {
              id
              label
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
          }
        }
      }
    }
  }
`);

/** How many may be the same. It compares the words of thousands, and is apart from the page for the page not to wait. */
export const DUPLICATE_COUNT = graphql(`
  query DuplicateCount($id: ID!) {
    deskRequest(id: $id) {
      id
      duplicates {
        alike
      }
    }
  }
`);

export const NOTE = graphql(`
  mutation NoteRequest($input: NoteRequestInput!) {
    noteRequest(input: $input) {
      deskRequest {
        id
      }
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation WithdrawRequest($input: WithdrawRequestInput!) {
    withdrawRequest(input: $input) {
      deskRequest {
        id
      }
    }
  }
`);

export const REOPEN = graphql(`
  mutation ReopenRequest($input: ReopenRequestInput!) {
    reopenRequest(input: $input) {
      deskRequest {
        id
      }
    }
  }
`);

export const ANSWER = graphql(`
  mutation AnswerLeader($input: AnswerLeaderInput!) {
    answerLeader(input: $input) {
      deskRequest {
        id
      }
    }
  }
`);

export const LOOK_INTO = graphql(`
  mutation LookIntoRating($input: LookIntoRatingInput!) {
    lookIntoRating(input: $input) {
      deskRequest {
        id
      }
    }
  }
`);

export const SEND_AGAIN = graphql(`
  mutation SendAgain($input: ResendMailInput!) {
    resendMail(input: $input) {
      mail {
        id
        state
      }
    }
  }
`);
