import { graphql } from "../../gql";
import type { Caseload_EngagementFragment } from "../../gql/graphql";

/** What every engagement is known by, and what logging and planning its calls begins with. */
graphql(`
  fragment Caseload_engagement on Engagement {
    id
    mayLog
    leads
    matchedAt
    closedAt
    coaches {
      id
      name
      provider {
        id
        name
      }
    }
    request {
      id
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
      system {
        id
        name
        state
      }
    }
    lastSession {
      id
      heldAt
      minutes
      topics {
        id
        label
      }
    }
    plannedCalls {
      id
      startsAt
      minutes
      mode
      place
      timeZone
    }
    callZone {
      timeZone
      source
      stateName
    }
    steps {
      id
      text
      who
      due
      doneAt
    }
    leaderAsks {
      id
      kind
      text
      at
    }
  }
`);

export type CaseloadEngagement = Caseload_EngagementFragment;

export const CASELOAD = graphql(`
  query Caseload {
    network {
      now
    }
    viewer {
      id
      roles
      coach {
        id
      }
    }
    caseload {
      ...Caseload_engagement @unmask
    }
  }
`);

export const RELATIONSHIP = graphql(`
  query Relationship($id: ID!) {
    network {
      now
    }
    viewer {
      id
    }
    engagement(id: $id) {
      ...Caseload_engagement @unmask
      request {
        narrative
        submittedAt
        system {
          locale
          enrollment
          schools
        }
      }
      sessions {
        id
        heldAt
        minutes
        mode
        challengeLevel
        note
        mayChangeUntil
        topics {
          id
          label
        }
        coaches {
          id
          name
        }
        steps {
          id
          text
          who
          due
        }
        resources {
          id
          title
          url
        }
        rating {
          rating
          wantsMore
          comment
        }
      }
    }
  }
`);

export const LOG = graphql(`
  mutation LogSession($input: LogSessionInput!) {
    logSession(input: $input) {
      session {
        id
      }
      peerResources {
        elsewhere
        lastUsedAt
        resource {
          id
          title
          url
        }
      }
    }
  }
`);

export const CHANGE = graphql(`
  mutation ChangeSession($input: LogSessionInput!) {
    changeSession(input: $input) {
      session {
        id
      }
      peerResources {
        elsewhere
        lastUsedAt
        resource {
          id
          title
          url
        }
      }
    }
  }
`);

export const TAKE_BACK = graphql(`
  mutation TakeBackSession($id: ID!) {
    takeBackSession(input: { id: $id }) {
      id
    }
  }
`);

export const SETTLE_STEP = graphql(`
  mutation SettleStep($id: ID!, $done: Boolean!) {
    settleStep(input: { id: $id, done: $done }) {
      step {
        id
        doneAt
      }
    }
  }
`);

export const SETTLE_ASK = graphql(`
  mutation SettleAsk($id: ID!) {
    settleAsk(id: $id) {
      ask {
        id
        settledAt
      }
    }
  }
`);

export const PLAN = graphql(`
  mutation PlanCall($input: PlanCallInput!) {
    planCall(input: $input) {
      call {
        id
        startsAt
      }
    }
  }
`);

export const CANCEL = graphql(`
  mutation CancelCall($id: ID!) {
    cancelCall(input: { id: $id }) {
      call {
        id
        cancelledAt
      }
    }
  }
`);

export const MAKE_FEED = graphql(`
  mutation MakeCalendarFeed {
    makeCalendarFeed {
      path
    }
  }
`);

export const END_FEED = graphql(`
  mutation EndCalendarFeed {
    endCalendarFeed {
      coachId
    }
  }
`);
