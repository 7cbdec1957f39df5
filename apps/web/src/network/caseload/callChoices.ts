import { graphql } from "../../gql";

/** What the forms choose from. */
export const TOPICS = graphql(`
  query CallTopics {
    topics(first: 100) {
      nodes {
        id
        label
        domain {
          id
          label
        }
      }
    }
  }
`);

export const GUESTS = graphql(`
  query CallGuests {
    coaches(first: 100) {
      nodes {
        id
        name
        activeTo
        provider {
          id
          name
        }
      }
    }
  }
`);

export const FOUND_RESOURCES = graphql(`
  query CallResources($search: String!) {
    resources(first: 12, search: $search) {
      nodes {
        id
        title
      }
    }
  }
`);

export const PEERS = graphql(`
  query Peers($topics: [ID!]!) {
    peerResources(topics: $topics, first: 5) {
      elsewhere
      lastUsedAt
      resource {
        id
        title
        url
      }
    }
  }
`);
