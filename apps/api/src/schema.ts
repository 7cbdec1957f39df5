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
import { FreshnessResolver } from "./network/about/freshness.resolver";
import { IntakeResolver } from "./network/intake/intake.resolver";
import { LeaderPageResolver } from "./network/leaderPage/leaderPage.resolver";
import { NetworkResolver } from "./network/about/network.resolver";
import { DeskMutationResolver } from "./network/desk/desk.mutations.resolver";
import { DeskResolver } from "./network/desk/desk.resolver";
import { DeskRequestResolver, PossibleDuplicateResolver } from "./network/desk/deskRequest.resolver";
import { DistrictResolver, StateResolver } from "./network/directory/district.resolver";
import { CommitmentResolver } from "./network/learning/commitment.resolver";
import { EngagementResolver } from "./network/engagements/engagement.resolver";
import { AmbiguousResolver } from "./network/framework/ambiguous.resolver";
import { FrameworkMutationResolver } from "./network/framework/framework.mutations.resolver";
import { FrameworkChangeResolver, FrameworkResolver, FrameworkVersionResolver } from "./network/framework/framework.resolver";
import { TopicResolver } from "./network/framework/topic.resolver";
import { ProviderMutationResolver } from "./network/providers/provider.mutations.resolver";
import { CoachResolver, ProviderResolver } from "./network/providers/provider.resolver";
import { ReferralAnswerResolver } from "./network/referrals/answer.resolver";
import { ReferralCaseResolver } from "./network/referrals/case.resolver";
import { RequestResolver, TagEventResolver } from "./network/requests/request.resolver";
import { ResourceResolver } from "./network/resources/resource.resolver";
import { SearchResolver } from "./network/search/search.resolver";
import { ConsentResolver, RequestConsentsResolver, TeamEventResolver, TeamResolver } from "./network/engagements/team.resolver";
import { LeftOutCoachResolver, MatchingResolver, PlannedMatchResolver, UnmatchedRequestResolver } from "./network/matching/matching.resolver";
import { EngagementOffersResolver, OfferCoachResolver, OfferResolver, RequestOffersResolver } from "./network/matching/offer.resolver";
import { CoachProfileResolver, MatchExclusionResolver, SystemExclusionResolver } from "./network/matching/profile.resolver";
import { NoteResolver } from "./network/sessions/note.resolver";
import { SessionResolver } from "./network/sessions/session.resolver";
import { StopMailResolver } from "./network/stopMail/stopMail.resolver";
import { SuggestionResolver } from "./network/suggestions/suggestion.resolver";
import { SystemResolver } from "./network/systems/system.resolver";
import { SessionLogResolver } from "./network/calls/log.mutations.resolver";
import { LoggedResolver, PeerResourceResolver } from "./network/calls/peer.resolver";
import { PlanResolver } from "./network/calls/plan.resolver";
import { CaseloadResolver } from "./network/caseload/caseload.resolver";
import { RatingResolver } from "./network/calls/rating.resolver";
import { CapacityOfferResolver } from "./network/capacity/capacity.resolver";
import { CapacityDaysResolver } from "./sense/capacity/capacityDays.resolver";
import { CompareResolver } from "./sense/compare/compare.resolver";
import { IntakeFlowResolver } from "./sense/intake/intakeFlow.resolver";
import { EquityResolver } from "./sense/equity/equity.resolver";
import { AlertResolver } from "./sense/alerts/alert.resolver";
import { AnnotationResolver } from "./sense/annotations/annotation.resolver";
import { DepthResolver } from "./sense/depth/depth.resolver";
import { EmergenceResolver } from "./sense/emergence/emergence.resolver";
import { GapResolver } from "./sense/gaps/gap.resolver";
import { HurdleResolver } from "./sense/hurdles/hurdle.resolver";
import { ImpactResolver } from "./sense/impact/impact.resolver";
import { MatchLoadResolver } from "./sense/matchLoad/matchLoad.resolver";
import { MetricResolver } from "./sense/metrics/metric.resolver";
import { NeedResolver } from "./sense/needs/need.resolver";
import { FragilityResolver } from "./sense/outlook/fragility.resolver";
import { OutlookResolver } from "./sense/outlook/outlook.resolver";
import { PackEditResolver } from "./sense/pack/edit.resolver";
import { LearningCallResolver } from "./sense/pack/pack.resolver";
import { PublishResolver } from "./sense/pack/publish.resolver";
import { ThisWeekResolver } from "./sense/pack/thisWeek.resolver";
import { OpportunityResolver } from "./sense/opportunities/opportunity.resolver";
import { PlaceResolver } from "./sense/places/place.resolver";
import { RecordResolver } from "./sense/records/record.resolver";
import { TaggingResolver } from "./sense/tagging/tagging.resolver";
import { TrendResolver } from "./sense/trends/trend.resolver";
import { ViewResolver } from "./sense/views/view.resolver";

const RESOLVERS = [
  AcceptanceResolver,
  AlertResolver,
  AmbiguousResolver,
  AnnotationResolver,
  ApiKeyMutationResolver,
  ApiKeyResolver,
  AuditResolver,
  CapacityDaysResolver,
  CapacityOfferResolver,
  CoachProfileResolver,
  CoachResolver,
  CommitmentResolver,
  CompareResolver,
  ConsentResolver,
  DepthResolver,
  DeskMutationResolver,
  DeskRequestResolver,
  DeskResolver,
  DistrictResolver,
  EmergenceResolver,
  EngagementOffersResolver,
  EngagementResolver,
  EquityResolver,
  FragilityResolver,
  FrameworkChangeResolver,
  FrameworkMutationResolver,
  FrameworkResolver,
  FrameworkVersionResolver,
  FreshnessResolver,
  GapResolver,
  HurdleResolver,
  ImpactResolver,
  IntakeFlowResolver,
  IntakeResolver,
  InvitationMutationResolver,
  InvitationResolver,
  LeaderPageResolver,
  LearningCallResolver,
  LeftOutCoachResolver,
  MailResolver,
  MatchExclusionResolver,
  MatchLoadResolver,
  MatchingResolver,
  MembershipResolver,
  MetricResolver,
  NeedResolver,
  NetworkResolver,
  NoteResolver,
  OfferCoachResolver,
  OfferResolver,
  OpportunityResolver,
  OutlookResolver,
  PackEditResolver,
  PersonMutationResolver,
  PersonResolver,
  PlaceResolver,
  PlannedMatchResolver,
  LoggedResolver,
  PeerResourceResolver,
  CaseloadResolver,
  PlanResolver,
  PossibleDuplicateResolver,
  ProviderMutationResolver,
  ProviderResolver,
  PublishResolver,
  RateLimitResolver,
  RatingResolver,
  RecordResolver,
  ReferralAnswerResolver,
  ReferralCaseResolver,
  RequestConsentsResolver,
  RequestOffersResolver,
  RequestResolver,
  ResourceResolver,
  SearchResolver,
  SessionLogResolver,
  SessionResolver,
  StateResolver,
  SuggestionResolver,
  StopMailResolver,
  SystemExclusionResolver,
  SystemResolver,
  TagEventResolver,
  TaggingResolver,
  TeamEventResolver,
  TeamResolver,
  ThisWeekResolver,
  TopicResolver,
  TrendResolver,
  UnmatchedRequestResolver,
  ViewResolver,
  ViewerKeysResolver,
  ViewerResolver,
] as const;

/** The schema, as the resolvers declare it. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    validate: false,
    nullableByDefault: false,
  });
  return limitAnswers(schema);
}

/** The schema as text, in alphabetical order so that a difference is a change. */
export const printedSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
