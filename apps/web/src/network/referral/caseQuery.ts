import { graphql } from "../../gql";
import type { ReferralPanelQuery } from "../../gql/graphql";

/** A request's referrals, and what a draft is made from. */
export const REFERRALS = graphql(`
  query ReferralPanel($requestId: ID!) {
    network {
      now
    }
    referralDestinations {
      destination
      email
    }
    referralCases(requestId: $requestId) {
      id
      destination
      destinationEmail
      reason
      summary
      state
      dueAt
      turn
      actions
      events {
        action
        at
        byName
        word
      }
    }
    request(id: $requestId) {
      id
      narrative
      withdrawnAt
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
        stateName
        governance
      }
      referrals {
        id
        sentAt
        destination
        outcome
      }
    }
  }
`);

export type PanelData = ReferralPanelQuery;
export type Case = ReferralPanelQuery["referralCases"][number];

export const DRAFT = graphql(`
  mutation DraftReferral($input: DraftReferralInput!) {
    draftReferral(input: $input) {
      referral {
        id
        state
      }
    }
  }
`);

export const ASK_CONSENT = graphql(`
  mutation AskReferralConsent($input: ReferralInput!) {
    askReferralConsent(input: $input) {
      referral {
        id
        state
      }
    }
  }
`);

export const SEND = graphql(`
  mutation SendReferral($input: ReferralInput!) {
    sendReferral(input: $input) {
      referral {
        id
        state
      }
    }
  }
`);

export const CANCEL = graphql(`
  mutation CancelReferral($input: ReferralInput!) {
    cancelReferral(input: $input) {
      referral {
        id
        state
      }
    }
  }
`);

export const SETTLE = graphql(`
  mutation SettleReferral($input: SettleReferralInput!) {
    settleReferral(input: $input) {
      referral {
        id
        state
      }
    }
  }
`);

/** What shows a referral, and asks anew when one has moved. */
export const SHOWN_IN = ["ReferralPanel", "DeskRequestPage"];
