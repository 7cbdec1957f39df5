import { graphql } from "../../gql";

/** What the reader has been asked and has not answered. */
export const OPEN_OFFERS = graphql(`
  query OpenOffers {
    openOffers {
      id
      kind
      state
      dueAt
      madeByName
      message
      card {
        topics
        stateCode
        locale
        enrollmentBand
        governance
        urgency
        languages
        asksYou
        leads
        ownAnswer
        colleagues {
          name
          organisation
        }
      }
    }
  }
`);

/** What a coach says of themselves. */
export const OWN_PROFILE = graphql(`
  query OwnProfile($coachId: ID!) {
    coach(id: $coachId) {
      id
      name
      load {
        hours
        used
        offered
        free
        openRelationships
        waitingOffers
      }
      profile {
        languages
        timeZone
        maxRelationships
        locales
        enrollmentBands
        pausedUntil
        updatedAt
        windows {
          day
          from
          to
        }
      }
    }
  }
`);

export const SET_PROFILE = graphql(`
  mutation SetCoachProfile($input: SetCoachProfileInput!) {
    setCoachProfile(input: $input) {
      coach {
        id
      }
    }
  }
`);

/** How an engagement's team came to be, and who is asked to join it. */
export const TEAM = graphql(`
  query EngagementTeam($engagementId: ID!) {
    engagement(id: $engagementId) {
      id
      closedAt
      request {
        id
        topics {
          id
          label
        }
        consents {
          id
          what
          who
          askedAt
          answer
        }
      }
      coaches {
        id
        name
        provider {
          id
          name
        }
      }
      teamEvents {
        id
        kind
        at
        byName
        why
        coach {
          id
          name
        }
      }
      specialistOffers {
        id
        state
        madeByName
        madeAt
        dueAt
        coaches {
          answer
          coach {
            id
            name
          }
        }
      }
    }
    viewer {
      id
      roles
      coach {
        id
      }
    }
  }
`);

export const CHANGE_TEAM = graphql(`
  mutation ChangeTeam($input: ChangeTeamInput!) {
    changeTeam(input: $input) {
      engagement {
        id
      }
    }
  }
`);

export const CLOSE_ENGAGEMENT = graphql(`
  mutation CloseEngagement($input: CloseEngagementInput!) {
    closeEngagement(input: $input) {
      engagement {
        id
        closedAt
        closeReason
      }
    }
  }
`);

export const ASK_SPECIALIST = graphql(`
  mutation AskSpecialist($input: AskSpecialistInput!) {
    askSpecialist(input: $input) {
      offer {
        id
        state
      }
    }
  }
`);

export const ANSWER_CONSENT = graphql(`
  mutation AnswerConsent($input: AnswerSpecialistConsentInput!) {
    answerConsent(input: $input) {
      consent {
        id
        answer
      }
    }
  }
`);

/** Specialists of the topics that are asked for. */
export const SPECIALISTS = graphql(`
  query SpecialistsToAsk($topics: [ID!]) {
    coaches(role: SPECIALIST, topics: $topics, first: 50) {
      nodes {
        id
        name
        activeTo
        provider {
          id
          name
        }
        topics {
          id
          label
        }
      }
    }
  }
`);
