/*
 * Who gets which field of the API. fieldRights.test.ts asks for every field as every kind of viewer and compares, so a field
 * is decided here or not at all. A type's fields are listed under the right that holds for them:
 *
 * - `withObject`: whoever got the object gets the field. That an object is got at all was decided on the way to it.
 * - any other name is one of RIGHTS.
 *
 * Types called ...Connection and ...Edge, and PageInfo, hold what was decided for their lists, and are not named here.
 */

/** The kinds of viewer. `lead` leads an organisation, and does not coach; `sharedKey` is an API key of theirs with SHARED_READ alone. */
export const VIEWERS = ["public", "noRole", "funder", "steward", "coach", "lead", "analyst", "admin", "sharedKey"] as const;
export type ViewerKind = (typeof VIEWERS)[number];

/** "null": the field is there and says nothing. A code: the whole operation is refused with it. */
export type Outcome = "data" | "null" | "UNAUTHENTICATED" | "FORBIDDEN";

const EVERYBODY = { public: "data", noRole: "data", funder: "data", steward: "data", coach: "data", lead: "data", analyst: "data", admin: "data", sharedKey: "data" } as const;
const STAFF_ALONE = { ...EVERYBODY, public: "UNAUTHENTICATED", noRole: "FORBIDDEN", funder: "FORBIDDEN", steward: "FORBIDDEN", coach: "FORBIDDEN", lead: "FORBIDDEN", sharedKey: "FORBIDDEN" } as const;

export const RIGHTS = {
  /** Open to all. */
  open: EVERYBODY,
  /** Rows of the network's work: each as far as the database lets them. */
  rows: { ...STAFF_ALONE, coach: "data", lead: "data" },
  /** For who comes by a private link, and for nobody without one. */
  byLink: { public: "UNAUTHENTICATED", noRole: "UNAUTHENTICATED", funder: "UNAUTHENTICATED", steward: "UNAUTHENTICATED", coach: "UNAUTHENTICATED", lead: "UNAUTHENTICATED", analyst: "UNAUTHENTICATED", admin: "UNAUTHENTICATED", sharedKey: "UNAUTHENTICATED" },
  /** The same of what its holder does; a key changes nothing. */
  doneByLink: { public: "UNAUTHENTICATED", noRole: "UNAUTHENTICATED", funder: "UNAUTHENTICATED", steward: "UNAUTHENTICATED", coach: "UNAUTHENTICATED", lead: "UNAUTHENTICATED", analyst: "UNAUTHENTICATED", admin: "UNAUTHENTICATED", sharedKey: "FORBIDDEN" },
  /** What rows tell, for who sees some; nothing for the others. */
  rowsElseNull: { ...EVERYBODY, public: "null", noRole: "null", funder: "null", steward: "null", sharedKey: "null" },
  /** What staff write, and leads of their own organisation. */
  ledByLeads: { ...STAFF_ALONE, lead: "data" },
  /** Of coaches and leads themselves. */
  ofColleagues: { ...STAFF_ALONE, coach: "data", lead: "data", analyst: "FORBIDDEN", admin: "FORBIDDEN" },
  /** Of who coaches, themselves: a lead who does not has no calls. */
  ofCoaches: { ...STAFF_ALONE, coach: "data", analyst: "FORBIDDEN", admin: "FORBIDDEN" },
  /** Figures of the whole network: exact to staff, protected to the others. */
  figures: { ...EVERYBODY, public: "UNAUTHENTICATED", noRole: "FORBIDDEN" },
  /** Told of what the viewer brings themselves, to all who have a role. */
  withRole: { ...EVERYBODY, public: "UNAUTHENTICATED", noRole: "FORBIDDEN" },
  /** What coaches noted: the engagement's own, and nobody else without leaving a reason. */
  notes: { ...STAFF_ALONE, coach: "data", lead: "null", analyst: "null", admin: "null" },
  /** Done by anybody; but a key changes nothing. */
  done: { ...EVERYBODY, sharedKey: "FORBIDDEN" },
  /** Done by everybody with a role. */
  doneWithRole: { ...EVERYBODY, public: "UNAUTHENTICATED", noRole: "FORBIDDEN", sharedKey: "FORBIDDEN" },
  /** Making keys, for those who may have any. */
  keyHolder: { ...EVERYBODY, public: "UNAUTHENTICATED", noRole: "FORBIDDEN", coach: "FORBIDDEN", sharedKey: "FORBIDDEN" },
  /** Of the viewer's own account, told to no key. */
  ownSession: { ...EVERYBODY, sharedKey: "FORBIDDEN" },
  /** What all staff read and do. */
  staff: STAFF_ALONE,
  /** What administrators do. */
  admin: { ...STAFF_ALONE, analyst: "FORBIDDEN" },
} as const satisfies Record<string, Readonly<Record<ViewerKind, Outcome>>>;

export type FieldRight = keyof typeof RIGHTS | "withObject";

/** Field names, set apart by spaces. */
type TypeRights = Readonly<Partial<Record<FieldRight, string>>>;

export const FIELDS: Readonly<Record<string, TypeRights>> = {
  Query: {
    // Of the demo network alone is the outbox open. An invitation is open to who has its token.
    open: "intakeForm districts domains invitation metrics network outbox providers rateLimit resources search states topic topics viewer",
    rows: "caseload peerResources openOffers coach coaches engagement engagements learningCall learningCalls request requests session sessions specialists system systems",
    ofColleagues: "learningCallMail",
    byLink: "consentsAsked offerToAnswer leaderPage mailOfLink leadersReferrals receivedReferral callToRate",
    ledByLeads: "capacityDays",
    withRole: "suggestNeeds suggestTopics",
    figures: "annotations gaps hurdles impact needPatterns regionalOpportunities representation savedViews topicRanks topicTrends",
    staff: "exclusions intakeFlow requestNeeds matchPlan matchSettings proposeTeams requestMatching tryTeam desk deskCounts deskPeople deskRequest deskTargets referralCases referralDestinations capacityOffers alerts ambiguousRows framework suggestionAcceptance tagReliability apiKeys auditEvents auditIntegrity capacityOutlook challengeProgression compare doseCurve fragility invitations loadWatch mails needMap needSequences people person ratingsByGroup reachConcentration reachFunnel risingPhrases survivalByGroup thisWeek topicBursts topicDrift topicSeasons waitingByState",
  },
  Mutation: {
    ledByLeads: "addCommitment",
    doneByLink: "answerConsentByLink answerOfferByLink completeRequest correctTopic addColleague askMore stopRequest stopMail answerReferralConsent confirmReferralOutcome answerReferral rateCall addToRating askAnotherCall",
    rows: "answerOffer askSpecialist changeTeam closeEngagement setCoachProfile planCall cancelCall",
    ofCoaches: "makeCalendarFeed endCalendarFeed",
    ofColleagues: "logSession changeSession settleAsk takeBackSession settleStep setLearningCallMail",
    done: "submitRequest recordIntakeVisit acceptInvitation",
    doneWithRole: "recordExport removeView revokeApiKey saveView",
    keyHolder: "makeApiKey rotateApiKey",
    staff: "tagRequest answerConsent endExclusion excludeFromSystem makeOffer publishMatches withdrawOffer answerLeader assignRequest lookIntoRating mergeRequests noteRequest partRequests reopenRequest withdrawRequest draftReferral askReferralConsent sendReferral cancelReferral settleReferral stateCapacity reportCapacity addAlert addFrameworkChange removeFrameworkChange retag addAnnotation addPackNote changeAnnotation editPackSentence hidePackSentence publishLearningCall removePackNote restorePackSentence settleCommitment openSessionNotes removeAlert removeAnnotation resendMail",
    admin: "setMatching setDeskTarget publishFramework addOrganisation changeOrganisation disablePerson giveRole invitePerson resendInvitation revokeInvitation takeRole",
  },

  // Asking for help.
  IntakeForm: { withObject: "token" },
  SubmitRequestPayload: { withObject: "link owner requestId" },
  RecordIntakeVisitPayload: { withObject: "id" },

  // What a leader sees by their link.
  LeaderPage: { withObject: "asks calls closedAt details heldAt id matchedAt narrative needs owner referrals resources steps submittedAt system team urgency withdrawnAt" },
  LeaderAsk: { withObject: "at id kind settledAt text" },
  LeaderPageOwner: { withObject: "email name" },
  LeaderPageNeed: { withObject: "asked stands topic" },
  LeaderPageCoach: { withObject: "isLead name organisation" },
  LeaderPageCall: { withObject: "id minutes mode place startsAt" },
  LeaderPageStep: { withObject: "doneAt due id text who" },
  LeaderPageResource: { withObject: "id title url" },
  LeaderPageDetails: { withObject: "languages name role schools timeZone windows" },
  SuitingWindow: { withObject: "day from to" },
  LeaderPagePayload: { withObject: "page" },
  MailOfKind: { withObject: "address stopped subject" },

  // The network and what is open in it.
  ReferralCase: { withObject: "actions destination destinationEmail dueAt events id reason state summary turn" },
  ReferralEvent: { withObject: "action at byName word" },
  ReferralPayload: { withObject: "referral" },
  ReferralDestination: { withObject: "destination email" },
  LeadersReferral: { withObject: "destination dueAt id outcome outcomeAt sentAt state summary turn" },
  ReceivedReferral: { withObject: "contactEmail contactName destination state summary" },
  CallToRate: { withObject: "askedAnother coaches hasComment heldAt rating wantsMore" },
  PlannedCall: { withObject: "cancelledAt id minutes mode place startsAt timeZone" },
  PlannedCallPayload: { withObject: "call" },
  CallZone: { withObject: "source stateName timeZone" },
  CalendarFeedPayload: { withObject: "path" },
  LogSessionPayload: { withObject: "session peerResources" },
  EndCalendarFeedPayload: { withObject: "coachId" },
  SettleAskPayload: { withObject: "ask" },
  PeerResource: { withObject: "elsewhere lastUsedAt resource" },
  TakeBackSessionPayload: { withObject: "id" },
  SettleStepPayload: { withObject: "step" },
  Step: { withObject: "id text who due doneAt" },
  CapacityDays: { withObject: "models" },
  CapacityModel: { withObject: "model months offered perTeacher used" },
  CapacityMonth: { withObject: "month offered used" },
  CapacityOffer: { withObject: "activeFrom activeTo daysPerMonth id model people schools statedByName system teachers uses" },
  CapacityUse: { withObject: "days month reportedByName" },
  CapacityPayload: { withObject: "offer" },
  Network: { rowsElseNull: "freshness", withObject: "demo name now oidcName signInMethods timeZone today" },
  Viewer: { withObject: "coach email id name positions provider roles twoFactor", ownSession: "apiKeys" },
  Freshness: { withObject: "dataTo oldestSource sources" },
  SourceFreshness: { withObject: "at name" },
  SearchResult: { withObject: "detail id kind label url" },
  RateLimit: { withObject: "cost limit remaining resetAt" },
  District: { withObject: "childPovertyPct city enrollment id isCharter leaid locale name schools state" },
  State: { withObject: "code id name region" },
  Topic: { withObject: "code definition domain endedIn formerCodes id label standing successors" },
  Resource: { withObject: "id kind provider publishedAt retiredAt title topics url" },
  Metric: { withObject: "audience definition denominator formula id label source unit" },

  // Organisations are open to all; who coaches for them is not.
  Provider: { withObject: "id kind name website", rows: "coaches" },
  Coach: { withObject: "activeFrom activeTo hoursPerMonth id load name profile provider role states topics" },

  // People.
  Person: { withObject: "createdAt disabled email id lastSignInAt memberships name twoFactor" },
  Membership: { withObject: "coach positions provider role" },
  Invitation: { withObject: "acceptedAt coach createdAt email expiresAt id invitedBy name positions provider role state" },
  InvitationOffer: { withObject: "email hasAccount name organisation role state" },
  AcceptInvitationPayload: { withObject: "email" },
  InvitePersonPayload: { withObject: "invitation" },
  ResendInvitationPayload: { withObject: "invitation" },
  RevokeInvitationPayload: { withObject: "invitation" },
  GiveRolePayload: { withObject: "person" },
  TakeRolePayload: { withObject: "person" },
  DisablePersonPayload: { withObject: "person" },
  AddOrganisationPayload: { withObject: "provider" },
  ChangeOrganisationPayload: { withObject: "provider" },

  // Rows of the work.
  System: {
    withObject: "enrollment enrollmentBand governance id leaid locale lowIncomeShare name povertyBand region requests schools state stateName titleI",
    staff: "exclusions",
  },
  Leader: { withObject: "email id name role" },
  Request: {
    withObject: "consents offers engagements id leader narrative referrals secondsToSubmit status submittedAt system tagEvents topics urgency withdrawnAt",
  },
  DeskItem: { withObject: "actor also due id overdueHours owner request says since step twins" },
  DeskCounts: { withObject: "all mine nobodys overdue steps" },
  DeskCount: { withObject: "count overdue step" },
  DeskPerson: { withObject: "id name" },
  DeskTarget: { withObject: "days step" },
  DeskMoment: { withObject: "at by id text what" },
  DeskRequest: { withObject: "asks duplicates history id lowRated mails merged mergedInto next owner request" },
  DeskPayload: { withObject: "deskRequest" },
  MergeRequestsPayload: { withObject: "kept mergedId" },
  SetDeskTargetPayload: { withObject: "target" },
  PossibleDuplicate: { withObject: "alike request sameLeader sameSystem" },
  // Matching, offers and teams.
  TeamProposal: { withObject: "addresses coaches lead load reasons runnerUp score terms whatWouldChange" },
  MatchTerm: { withObject: "fact points term value weight" },
  RequestMatching: { withObject: "hoursAMonth learnedFrom leftOut noTeam proposals" },
  LeftOutCoach: { withObject: "coach why" },
  NoTeam: { withObject: "why wouldLift" },
  TriedTeam: { withObject: "allowed breaks takesReason team" },
  MatchPlan: { withObject: "matches unmatched" },
  PlannedMatch: { withObject: "id leftOver locked request team" },
  UnmatchedRequest: { withObject: "request why wouldLift" },
  MatchSettings: { withObject: "hoursAMonth learnedFrom offerHours overridden reoffers weights" },
  MatchWeight: { withObject: "first high low term weight" },
  SetMatchingPayload: { withObject: "settings" },
  CoachLoad: { withObject: "free hours offered openRelationships used waitingOffers" },
  CoachProfile: { withObject: "enrollmentBands languages locales maxRelationships pausedUntil timeZone updatedAt updatedByName windows" },
  WeeklyWindow: { withObject: "day from to" },
  SetCoachProfilePayload: { withObject: "coach" },
  MatchExclusion: { withObject: "coach id madeAt madeByName note provider system why" },
  ExclusionPayload: { withObject: "id system" },
  Offer: { withObject: "card coaches dueAt endedAt id kind madeAt madeByName message request state" },
  OfferCoach: { withObject: "answer answeredAt coach" },
  OfferCard: { withObject: "askedAt asksYou colleagues enrollmentBand governance languages leads locale ownAnswer ownerName stateCode topics urgency" },
  OfferColleague: { withObject: "answer name organisation" },
  OfferPayload: { withObject: "offer" },
  PublishMatchesPayload: { withObject: "offers" },
  TeamEvent: { withObject: "at byName coach id kind why" },
  Consent: { withObject: "answer answeredAt answeredByName askedAt id scope topics what who" },
  ConsentPayload: { withObject: "consent" },
  EngagementPayload: { withObject: "engagement" },
  TopicSuggestion: { withObject: "confidence evidence topic" },
  TextSpan: { withObject: "end start" },
  Need: { withObject: "span suggestions" },
  RequestNeeds: { withObject: "needs requestId suggestions" },
  TagRequestPayload: { withObject: "request" },
  TagEvent: { withObject: "action at author id stage topic" },
  Referral: { withObject: "destination id outcome outcomeAt reason sentAt" },
  Engagement: { withObject: "callZone lastSession leaderAsks leads mayLog specialistOffers teamEvents closeReason closedAt coaches id lead matchedAt plannedCalls request sessions steps" },
  Session: { withObject: "mayChangeUntil challengeLevel coaches engagement heldAt id minutes mode rating resources steps topics", notes: "note" },
  Rating: { withObject: "comment ratedAt rating wantsMore" },

  // Keys, mail, the audit trail.
  ApiKey: { withObject: "createdAt expiresAt id lastUsedAt name ownerName prefix provider revokedAt scopes state" },
  MakeApiKeyPayload: { withObject: "apiKey secret" },
  RotateApiKeyPayload: { withObject: "apiKey secret" },
  RevokeApiKeyPayload: { withObject: "apiKey" },
  Mail: { withObject: "attempts createdAt html id kind lastError sentAt state subject text to" },
  ResendMailPayload: { withObject: "mail" },
  AuditEvent: { withObject: "action actorEmail actorName at detail id reason requestId subjectId subjectType viaKey" },
  AuditIntegrity: { withObject: "events firstBroken intact" },
  RecordExportPayload: { withObject: "recorded" },
  OpenSessionNotesPayload: { withObject: "note" },

  // Learning calls.
  LearningCall: { withObject: "carried commitments edition editions week", staff: "notes preview sentences" },
  LearningEdition: { withObject: "asOf mailed number publishedAt publishedByName sentences week" },
  EditionSentence: { withObject: "id section text" },
  PackSentence: { withObject: "audience changedSince edited editedByName figures hidden id link made records section text" },
  PackFigure: { withObject: "figure label metric" },
  PackRecords: { withObject: "from kind standing to topics" },
  PackNote: { withObject: "addedAt addedByName id text" },
  PreviewedSentence: { withObject: "fault id leftOut section text" },
  Commitment: { withObject: "addedByName due id overdue provider settledAt settledByName state week what who" },
  ThisWeek: { withObject: "call movers overdue targetDays waiting waitingCount" },
  WaitingRequest: { withObject: "days request" },
  AddCommitmentPayload: { withObject: "commitment" },
  SettleCommitmentPayload: { withObject: "commitment" },
  PackSentencePayload: { withObject: "sentence" },
  AddPackNotePayload: { withObject: "note" },
  RemovePackNotePayload: { withObject: "id" },
  PublishLearningCallPayload: { withObject: "edition isNew" },
  SetLearningCallMailPayload: { withObject: "wanted" },

  // What people keep beside the figures.
  SavedView: { withObject: "changedAt id name ownerName path search sharedWith" },
  SaveViewPayload: { withObject: "view" },
  RemoveViewPayload: { withObject: "id" },
  // The framework's care.
  Framework: { withObject: "draft uses versions" },
  FrameworkVersion: { withObject: "label moves number publishedAt publishedByName topics" },
  FrameworkMove: { withObject: "authorName from kind to" },
  NamedTopic: { withObject: "code label" },
  FrameworkDraft: { withObject: "changes faults version" },
  FrameworkChange: { withObject: "at authorName definition effect id into kind label newTopics topics" },
  FrameworkEffect: { withObject: "ambiguous coaches doubled requests resources sentence sessions" },
  NewTopic: { withObject: "code definition domain label" },
  TopicUse: { withObject: "coaches requests resources sessions topic" },
  AmbiguousRows: { withObject: "rows total" },
  AmbiguousRow: { withObject: "at id kind parts text title topic" },
  AddFrameworkChangePayload: { withObject: "change draft" },
  RemoveFrameworkChangePayload: { withObject: "draft id" },
  PublishFrameworkPayload: { withObject: "version" },
  RetagPayload: { withObject: "id" },
  TagReliability: { withObject: "confusions overall readers refusal requests topics" },
  TopicAgreement: { withObject: "agreement requests topic" },
  TopicConfusion: { withObject: "requestIds requests share topics" },
  SuggestionAcceptance: { withObject: "byConfidence byRank overall refusal suggestions undecided" },
  AcceptanceByRank: { withObject: "accepted rank" },
  AcceptanceByConfidence: { withObject: "accepted from said to" },
  Annotation: { withObject: "authorName id onDay text topic untilDay" },
  AnnotationPayload: { withObject: "annotation" },
  RemoveAnnotationPayload: { withObject: "id" },
  Alert: { withObject: "found heldSince holds id kind lookedAt scopeWords threshold" },
  AddAlertPayload: { withObject: "alert" },
  RemoveAlertPayload: { withObject: "id" },

  // Figures.
  Figure: { withObject: "high low n value withheld" },
  Comparison: { withObject: "one other refusal rows shared" },
  ComparedSide: { withObject: "from relationships requests sessions to weeks" },
  ComparedRow: { withObject: "by change metric of one other pValue qValue verdict why" },
  SharedRecords: { withObject: "relationships requests sessions systems" },
  Refusal: { withObject: "reason why wouldLift" },
  Key: { withObject: "key label" },
  Cell: { withObject: "column count row share systems" },
  Impact: {
    withObject: `challengeByCall daysToFirstSession daysToMatch largestSystemShare localeMix medianSystemStudents providersActive ratingIfAllAnswered
      ratings reachByLocale relationshipLengthMonths relationships requests responseRate returnRate schoolsReached sessionRating sessionsHeld
      sessionsPerRelationshipMax statesReached studentsReached survival sustainedFourMonths systemsRequesting systemsServed titleIShare`,
  },
  CallLevel: { withObject: "call level" },
  ReachShare: { withObject: "key nation served" },
  ReachUniverse: { withObject: "districtCount source studentCount" },
  Representation: { withObject: "by counted groups notDistricts refusal universe unknown" },
  RepresentationGroup: { withObject: "byDistricts byStudents key students systems" },
  RepresentationReading: { withObject: "ratio share universeShare" },
  ReachFunnel: { withObject: "asked by followUpDays groups refusal steps tooRecent unknown" },
  FunnelGroup: { withObject: "asked key steps" },
  FunnelStep: { withObject: "difference ofAsked ofBefore qValue requests stage" },
  IntakeFlow: { withObject: "bins fields leftBeforeAny medianSeconds ninetiethSeconds opened secondsRefusal submitted submittedShare tooRecent untimed visitsRefusal" },
  IntakeFieldFlow: { withObject: "field left ofLeavers reached seconds" },
  IntakeSecondsBin: { withObject: "from requests to" },
  ReachConcentration: { withObject: "effectiveSystems gini largestFiveShare largestShare lorenz refusal systems unknown" },
  LorenzPoint: { withObject: "students systems" },
  RatingTally: { withObject: "count rating" },
  SurvivalPoint: { withObject: "atRisk months survival" },
  NeedPatterns: { withObject: "cells columns rows" },
  TopicTrend: { withObject: "acrossSystems direction points qValue ratioPerMonth refusal topic" },
  TopicSeasons: { withObject: "months refusal topics" },
  TopicSeason: { withObject: "peakMonth peakToTrough qValue topic" },
  NeedMap: { withObject: "areClustersBeyondChance clusters links nodes refusal" },
  NeedNode: { withObject: "cluster systems topic x y" },
  NeedLink: { withObject: "isBeyondChance lift npmi qValue systemIds systems topics" },
  NeedCluster: { withObject: "cohesion label number size" },
  NeedSequences: { withObject: "refusal relationships sequences tested" },
  NeedSequence: { withObject: "first later lift qValue relationships share" },
  Hurdle: { withObject: "expected lift providers qValue states systems topics" },
  TrendPoint: { withObject: "count share start" },
  TopicBursts: { withObject: "bursts refusal topicsTested weeks windowsTested" },
  TopicBurst: { withObject: "count expected from points qValue raisedFrom raisedTo ratio to topic" },
  BurstPoint: { withObject: "count expected start" },
  RisingPhrases: { withObject: "phrases recentSystems refusal since systemsBefore tested weeks" },
  RisingPhrase: { withObject: "before logLikelihood phrase qValue ratio recent recentShare requestIds shareBefore" },
  TopicDrifts: { withObject: "pairsTested refusal stages topics" },
  StageRecorded: { withObject: "refusal requests stage" },
  TopicDrift: { withObject: "asked askedToCoached askedToTagged came coached tagged taggedToCoached topic went" },
  TopicFlow: { withObject: "qValue requests share topic usual" },
  TopicRank: { withObject: "best count topic worst" },
  CapacityOutlook: {
    withObject: "addedHours arrivals assumptions changed countedDays day difference futures minutesRecorded now open refusal relationshipHours specialists topic topics waiting",
  },
  OutlookTopic: { withObject: "arrivals capacityHours coverage estimable topic" },
  OutlookForecast: { withObject: "byWeek capacityHours growth late longWait medianWait places queue utilisation waits" },
  OutlookDifference: { withObject: "late longWait medianWait queue" },
  OutlookWeek: { withObject: "end queue wait" },
  OutlookWaits: { withObject: "from share to" },
  Fragility: { withObject: "organisations topics" },
  OrganisationDependence: { withObject: "domains hours onlyHere provider specialists wouldFallShort" },
  DomainHours: { withObject: "domain hours share" },
  TopicDependence: { withObject: "coverage organisations providers topic" },
  StateWaiting: { withObject: "demand providers specialists state topics waiting" },
  StateTopicWaiting: { withObject: "demand providers specialists topic waiting" },
  RegionalOpportunities: { withObject: "clusters located maxKm permutations places refusal regions requesting tested" },
  RegionalCluster: { withObject: "centre expected members pValue pooling qValue radiusKm relativeRisk states students systems topic" },
  ClusterSystem: { withObject: "city id km lat lon name state students" },
  RequestingPlace: { withObject: "lat lon" },
  Pooling: { withObject: "cohortSize cohorts hoursEach hoursOneToOne hoursPooled organisations specialists" },
  RegionNeed: { withObject: "nationShare qValue region share systems topic" },
  SurvivalByGroup: { withObject: "by groups refusal test" },
  SurvivalGroup: {
    withObject: "closed closedFourMonths closing isTested key referral referred referredFourMonths refusal relationshipLengthMonths relationships survival sustainedFourMonths",
  },
  GroupTest: { withObject: "comparisons df groups pValue qValue statistic" },
  IncidencePoint: { withObject: "atRisk incidence months" },
  ChallengeProgression: { withObject: "level reading" },
  DoseCurve: { withObject: "rating reading wantsMore" },
  CallCurve: { withObject: "points refusal relationships slope" },
  CallPoint: { withObject: "call change raw" },
  RatingsByGroup: { withObject: "by centre groups refusal shrinkageRefusal test" },
  RatingGroup: { withObject: "key qValue rating ratingIfAllAnswered refusal responseRate shrunken" },
  LoadWatch: { withObject: "coaches reading series sessions" },
  LoadSeries: { withObject: "effects largest measure median" },
  LoadEffect: { withObject: "bins detectable outcome qValue refusal slope" },
  LoadBin: { withObject: "change from raw to" },
  TopicGap: { withObject: "capacityHours coverage coverageByChance demand providers resources specialists topic waiting" },
};
