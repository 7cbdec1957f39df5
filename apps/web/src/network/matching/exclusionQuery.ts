import { graphql } from "../../gql";

export const KEPT_APART = graphql(`
  fragment KeptApart_exclusion on MatchExclusion {
    id
    why
    note
    madeByName
    madeAt
    coach {
      id
      name
      provider {
        id
        name
      }
    }
    provider {
      id
      name
    }
    system {
      id
      name
      state
    }
  }
`);

/** Who is kept from whom, in all of the network. */
export const EXCLUSIONS = graphql(`
  query Exclusions {
    exclusions {
      id
      ...KeptApart_exclusion
    }
  }
`);

export const EXCLUDE = graphql(`
  mutation ExcludeFromSystem($input: ExcludeFromSystemInput!) {
    excludeFromSystem(input: $input) {
      id
      system {
        id
        exclusions {
          id
          ...KeptApart_exclusion
        }
      }
    }
  }
`);

export const END_EXCLUSION = graphql(`
  mutation EndExclusion($input: EndExclusionInput!) {
    endExclusion(input: $input) {
      id
      system {
        id
        exclusions {
          id
          ...KeptApart_exclusion
        }
      }
    }
  }
`);
