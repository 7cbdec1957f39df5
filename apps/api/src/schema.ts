// type-graphql asks for it before the first decorator runs, although every type is given explicitly.
import "reflect-metadata";
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { ViewerResolver } from "./access/viewer.resolver";
import { limitAnswers } from "./answerLimit";
import { NetworkResolver } from "./network/about/network.resolver";
import { DistrictResolver, StateResolver } from "./network/directory/district.resolver";
import { EngagementResolver } from "./network/engagements/engagement.resolver";
import { TopicResolver } from "./network/framework/topic.resolver";
import { CoachResolver, ProviderResolver } from "./network/providers/provider.resolver";
import { RequestResolver, TagEventResolver } from "./network/requests/request.resolver";
import { ResourceResolver } from "./network/resources/resource.resolver";
import { SessionResolver } from "./network/sessions/session.resolver";
import { SystemResolver } from "./network/systems/system.resolver";
import { GapResolver } from "./sense/gaps/gap.resolver";
import { ImpactResolver } from "./sense/impact/impact.resolver";
import { MetricResolver } from "./sense/metrics/metric.resolver";
import { NeedResolver } from "./sense/needs/need.resolver";
import { RecordResolver } from "./sense/records/record.resolver";
import { TrendResolver } from "./sense/trends/trend.resolver";

/** The schema, as the resolvers declare it. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      CoachResolver,
      DistrictResolver,
      EngagementResolver,
      GapResolver,
      ImpactResolver,
      MetricResolver,
      NeedResolver,
      NetworkResolver,
      ProviderResolver,
      RecordResolver,
      RequestResolver,
      ResourceResolver,
      SessionResolver,
      StateResolver,
      SystemResolver,
      TagEventResolver,
      TopicResolver,
      TrendResolver,
      ViewerResolver,
    ],
    validate: false,
    nullableByDefault: false,
  });
  return limitAnswers(schema);
}

/** The schema as text, in alphabetical order so that a difference is a change. */
export const printedSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
