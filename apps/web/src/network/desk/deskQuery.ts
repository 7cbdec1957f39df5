import { graphql } from "../../gql";

/** The queue, with how much is in it, and whose desk it is. */
export const DESK = graphql(`
  query DeskPage($filter: DeskFilter, $first: Int!, $after: String) {
    network {
      now
    }
    viewer {
      id
      positions
    }
    deskCounts(filter: $filter) {
      all
      mine
      nobodys
      overdue
      steps {
        step
        count
        overdue
      }
    }
    desk(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        id
        step
        actor
        since
        due
        overdueHours
        also
        twins
        owner {
          id
          name
        }
        request {
          id
          urgency
          narrative
          submittedAt
          topics {
            id
            label
          }
          leader {
            id
            name
            email
          }
          system {
            id
            name
            state
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ASSIGN = graphql(`
  mutation AssignRequest($input: AssignRequestInput!) {
    assignRequest(input: $input) {
      deskRequest {
        id
        owner {
          id
          name
        }
      }
    }
  }
`);

/** What may be the same as a request. */
export const DUPLICATES = graphql(`
  query Duplicates($id: ID!) {
    deskRequest(id: $id) {
      id
      request {
        id
        narrative
        submittedAt
        system {
          id
          name
          state
        }
      }
      duplicates {
        alike
        sameLeader
        sameSystem
        request {
          id
          narrative
          submittedAt
          leader {
            id
            name
            email
          }
          system {
            id
            name
            state
          }
          engagements {
            id
          }
        }
      }
    }
  }
`);

export const MERGE = graphql(`
  mutation MergeRequests($input: MergeRequestsInput!) {
    mergeRequests(input: $input) {
      mergedId
      kept {
        id
        request {
          id
          system {
            id
            name
          }
        }
      }
    }
  }
`);

export const PART = graphql(`
  mutation PartRequests($input: PartRequestsInput!) {
    partRequests(input: $input) {
      deskRequest {
        id
      }
    }
  }
`);
