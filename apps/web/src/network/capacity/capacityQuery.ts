import { graphql } from "../../gql";
import type { CapacityOffersQuery } from "../../gql/graphql";

/** What systems' own people offer, and what was reported of it. */
export const OFFERS = graphql(`
  query CapacityOffers {
    capacityOffers {
      id
      model
      schools
      people
      teachers
      daysPerMonth
      activeFrom
      activeTo
      statedByName
      system {
        id
        name
        state
      }
      uses {
        month
        days
        reportedByName
      }
    }
  }
`);

export type Offer = CapacityOffersQuery["capacityOffers"][number];

export const STATE = graphql(`
  mutation StateCapacity($input: StateCapacityInput!) {
    stateCapacity(input: $input) {
      offer {
        id
      }
    }
  }
`);

export const REPORT = graphql(`
  mutation ReportCapacity($input: ReportCapacityInput!) {
    reportCapacity(input: $input) {
      offer {
        id
      }
    }
  }
`);

/** Systems by what was typed of their name. */
export const FIND_SYSTEM = graphql(`
  query FindSystem($text: String!) {
    search(text: $text, first: 20) {
      kind
      id
      label
      detail
    }
  }
`);

/** What shows coaching days, and asks anew when some were stated or reported. */
export const SHOWN_IN = ["CapacityOffers", "CapacityPage"];
