import { useSuspenseQuery } from "@apollo/client/react";
import { use } from "react";
import { graphql } from "../../gql";
import { Attempt } from "../../ui/attempt";

const METRICS = graphql(`
  query Metrics {
    metrics {
      id
      label
      unit
      definition
      formula
      denominator
      source
      audience
    }
  }
`);

/** Every number the network publishes, as the registry defines it. Open to everyone. */
export function useMetrics() {
  const attempt = use(Attempt);
  return useSuspenseQuery(METRICS, { queryKey: [attempt] }).data.metrics;
}

export type Metric = ReturnType<typeof useMetrics>[number];
