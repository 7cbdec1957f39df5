import { useSuspenseQuery } from "@apollo/client/react";
import { use } from "react";
import { graphql } from "../../gql";
import { Attempt } from "../../ui/attempt";

/** What every page begins with. */
export const NETWORK = graphql(`
  query Network {
    network {
      name
      demo
      timeZone
      today
      signInMethods
      oidcName
    }
    viewer {
      id
      name
      email
      roles
      positions
      provider {
        id
        name
      }
    }
  }
`);

/** The network and whoever looks at it; asked once a page load. `today` is its own clock's day. */
export function useNetwork() {
  const attempt = use(Attempt);
  const { data } = useSuspenseQuery(NETWORK, { queryKey: [attempt] });
  return { network: data.network, viewer: data.viewer, today: data.network.today };
}
