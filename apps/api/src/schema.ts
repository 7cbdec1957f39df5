// type-graphql asks for it before the first decorator runs, although every type is given explicitly.
import "reflect-metadata";
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { AcceptanceResolver } from "./access/people/acceptance.resolver";
import { InvitationMutationResolver } from "./access/people/invitation.mutations.resolver";
import { InvitationResolver } from "./access/people/invitation.resolver";
import { PersonMutationResolver } from "./access/people/person.mutations.resolver";
import { MembershipResolver, PersonResolver } from "./access/people/person.resolver";
import { ApiKeyMutationResolver } from "./access/keys/apiKey.mutations.resolver";
import { ApiKeyResolver, ViewerKeysResolver } from "./access/keys/apiKey.resolver";
import { AuditResolver } from "./access/audit/audit.resolver";
import { ViewerResolver } from "./access/viewer.resolver";
import { limitAnswers } from "./limits/answerSize";
import { RateLimitResolver } from "./limits/rateLimit.resolver";
import { MailResolver } from "./jobs/mail.resolver";
import { NetworkResolver } from "./network/about/network.resolver";
import { DistrictResolver, StateResolver } from "./network/directory/district.resolver";
import { EngagementResolver } from "./network/engagements/engagement.resolver";
import { TopicResolver } from "./network/framework/topic.resolver";
import { ProviderMutationResolver } from "./network/providers/provider.mutations.resolver";
import { CoachResolver, ProviderResolver } from "./network/providers/provider.resolver";
import { RequestResolver, TagEventResolver } from "./network/requests/request.resolver";
import { ResourceResolver } from "./network/resources/resource.resolver";
import { NoteResolver } from "./network/sessions/note.resolver";
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
      ApiKeyMutationResolver,
      ApiKeyResolver,
      RateLimitResolver,
      ViewerKeysResolver,
      AcceptanceResolver,
      AuditResolver,
      CoachResolver,
      DistrictResolver,
      EngagementResolver,
      GapResolver,
      ImpactResolver,
      MailResolver,
      InvitationMutationResolver,
      InvitationResolver,
      MembershipResolver,
      MetricResolver,
      NeedResolver,
      NetworkResolver,
      NoteResolver,
      PersonMutationResolver,
      PersonResolver,
      ProviderMutationResolver,
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
