import { graphql } from "../../gql";

export const FRAMEWORK_PAGE = graphql(`
  query FrameworkPage {
    viewer {
      id
      positions
    }
    domains {
      id
      code
      label
      definition
    }
    framework {
      uses {
        requests
        sessions
        coaches
        resources
        topic {
          id
          code
          label
          definition
          standing
          domain {
            id
            code
            label
          }
          successors {
            id
            code
            label
          }
        }
      }
      versions {
        number
        label
        publishedAt
        publishedByName
        topics
        moves {
          kind
          authorName
          from {
            code
            label
          }
          to {
            code
            label
          }
        }
      }
      draft {
        version
        faults
        changes {
          id
          kind
          topics {
            id
            code
            label
          }
          newTopics {
            code
            domain
            label
            definition
          }
          into {
            id
            code
            label
          }
          label
          definition
          authorName
          at
          effect {
            ambiguous
            sentence
          }
        }
      }
    }
    tagReliability {
      refusal {
        why
        wouldLift
      }
      requests
      readers
      overall {
        ...FigureValue_figure @unmask
      }
      topics {
        topic {
          id
          code
          label
        }
        agreement {
          ...FigureValue_figure @unmask
        }
        requests {
          ...FigureValue_figure @unmask
        }
      }
      confusions {
        requests
        requestIds
        topics {
          id
          code
          label
        }
        share {
          ...FigureValue_figure @unmask
        }
      }
    }
    suggestionAcceptance {
      refusal {
        why
        wouldLift
      }
      suggestions
      undecided
      overall {
        ...FigureValue_figure @unmask
      }
      byRank {
        rank
        accepted {
          ...FigureValue_figure @unmask
        }
      }
      byConfidence {
        from
        to
        said
        accepted {
          ...FigureValue_figure @unmask
        }
      }
    }
    ambiguousRows(first: 10) {
      total
      rows {
        kind
        id
        title
        text
        at
        topic {
          id
          code
          label
        }
        parts {
          id
          code
          label
        }
      }
    }
  }
`);

export const ADD_CHANGE = graphql(`
  mutation AddFrameworkChange($input: AddFrameworkChangeInput!) {
    addFrameworkChange(input: $input) {
      change {
        id
        effect {
          sentence
        }
      }
    }
  }
`);

export const REMOVE_CHANGE = graphql(`
  mutation RemoveFrameworkChange($input: RemoveFrameworkChangeInput!) {
    removeFrameworkChange(input: $input) {
      id
    }
  }
`);

export const PUBLISH = graphql(`
  mutation PublishFramework($input: PublishFrameworkInput!) {
    publishFramework(input: $input) {
      version
    }
  }
`);

export const RETAG = graphql(`
  mutation Retag($input: RetagInput!) {
    retag(input: $input) {
      id
    }
  }
`);
