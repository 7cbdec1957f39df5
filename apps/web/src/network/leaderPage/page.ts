import { graphql } from "../../open/gql";
import type { LeaderPageQuery } from "../../open/gql/graphql";

/** What the leader's page shows. */
export const PAGE = graphql(`
  query LeaderPage {
    leaderPage {
      id
      system
      submittedAt
      narrative
      urgency
      withdrawnAt
      matchedAt
      closedAt
      owner {
        name
        email
      }
      details {
        name
        role
        schools
        timeZone
        windows {
          day
          from
          to
        }
        languages
      }
      needs {
        topic {
          id
          label
          definition
        }
        stands
        asked
      }
      team {
        name
        organisation
        isLead
      }
      calls {
        id
        startsAt
        minutes
        mode
        place
      }
      heldAt
      steps {
        id
        text
        who
        due
        doneAt
      }
      resources {
        id
        title
        url
      }
      asks {
        id
        kind
        text
        at
        settledAt
      }
      referrals {
        id
        destination
        state
        sentAt
        outcome
      }
    }
  }
`);

export type LeaderPageData = LeaderPageQuery["leaderPage"];

/** What every part of the page is given. */
export interface PartProps {
  readonly page: LeaderPageData;
  readonly token: string;
  /** Asks anew for what is shown. */
  readonly again: () => Promise<void>;
}
