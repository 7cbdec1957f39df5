import { Query, Resolver } from "type-graphql";
import { METRICS, type Metric } from "@arl/schema/metrics";
import { MetricType } from "./metric.type";

@Resolver()
export class MetricResolver {
  @Query(() => [MetricType], { description: "Every number that the network publishes, defined. Open to all." })
  metrics(): readonly Metric[] {
    return METRICS;
  }
}
