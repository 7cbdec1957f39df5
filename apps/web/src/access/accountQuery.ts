import { graphql } from "../gql";

/** All of one's own account that the API tells. */
export const ACCOUNT = graphql(`
  query AccountPage {
    viewer {
      id
      name
      email
      roles
      positions
      twoFactor
      provider {
        id
        name
      }
      apiKeys {
        id
        ...KeyLine_apiKey @unmask
      }
    }
  }
`);
