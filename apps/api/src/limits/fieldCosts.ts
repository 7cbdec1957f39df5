/** What one operation may cost at most, in points. The dashboard's dearest page costs a third of it. */
export const MOST_POINTS = 500;

/** Objects that an answer may hold for one point. */
export const OBJECTS_A_POINT = 100;

/** Items of a list without `first` whose size is not told below. */
export const USUAL_LIST = 5;

/** A root field that is not listed below; a test sees to it that there is none. */
export const USUAL_ROOT = 10;

/**
 * Points of each root field by what it makes the database do: about one for each 8 ms that the heaviest form of it takes
 * on a network of 100,000 sessions (docs/benchmarks.md). Rows that it brings are counted on top.
 */
export const ROOT_POINTS: Readonly<Record<string, number>> = {
  // Figures, computed from all the rows of a scope.
  impact: 50,
  needPatterns: 40,
  topicTrends: 40,
  topicSeasons: 40,
  topicRanks: 40,
  gaps: 20,
  waitingByState: 20,
  // A scan of every topic, with its random arrangements.
  regionalOpportunities: 60,
  // A simulation on top of what it counts.
  capacityOutlook: 40,
  fragility: 20,
  referralCases: 2,
  referralDestinations: 5,
  draftReferral: 5,
  askReferralConsent: 5,
  sendReferral: 5,
  cancelReferral: 5,
  settleReferral: 5,
  leadersReferrals: 2,
  answerReferralConsent: 5,
  confirmReferralOutcome: 5,
  receivedReferral: 1,
  answerReferral: 5,
  planCall: 5,
  cancelCall: 5,
  makeCalendarFeed: 2,
  logSession: 5,
  takeBackSession: 5,
  settleStep: 2,
  callToRate: 1,
  rateCall: 2,
  addToRating: 2,
  capacityDays: 20,
  capacityOffers: 5,
  stateCapacity: 5,
  reportCapacity: 5,
  representation: 30,
  reachFunnel: 20,
  reachConcentration: 10,
  hurdles: 60,
  needMap: 100,
  needSequences: 60,
  survivalByGroup: 15,
  challengeProgression: 20,
  doseCurve: 20,
  ratingsByGroup: 40,
  loadWatch: 40,
  // Two scopes, each counted whole.
  compare: 100,
  // A week's pack: four analyses, and once more in protected form where the preview is asked for.
  thisWeek: 60,
  learningCall: 60,
  learningCalls: 5,
  learningCallMail: 1,
  editPackSentence: 60,
  hidePackSentence: 60,
  restorePackSentence: 60,
  publishLearningCall: 120,
  addPackNote: 5,
  removePackNote: 5,
  addCommitment: 5,
  settleCommitment: 5,
  setLearningCallMail: 5,
  // What is new: many windows, many words, many pairs.
  topicBursts: 60,
  risingPhrases: 120,
  topicDrift: 50,
  tagReliability: 40,
  suggestionAcceptance: 10,
  framework: 10,
  ambiguousRows: 5,
  topic: 1,
  addFrameworkChange: 10,
  removeFrameworkChange: 10,
  // Says history anew.
  publishFramework: 100,
  retag: 5,
  // The rows behind them: a page, and how many there are in all.
  systems: 5,
  requests: 5,
  sessions: 5,
  engagements: 5,
  specialists: 5,
  coaches: 5,
  system: 1,
  request: 1,
  session: 1,
  engagement: 1,
  coach: 1,
  // The queue is read whole for every page of it.
  desk: 5,
  deskCounts: 5,
  deskPeople: 1,
  deskTargets: 1,
  deskRequest: 10,
  assignRequest: 10,
  noteRequest: 10,
  withdrawRequest: 10,
  reopenRequest: 10,
  mergeRequests: 10,
  partRequests: 10,
  answerLeader: 10,
  lookIntoRating: 10,
  setDeskTarget: 10,
  // What is open to all.
  intakeForm: 1,
  submitRequest: 20,
  recordIntakeVisit: 2,
  // By a private link.
  leaderPage: 5,
  completeRequest: 15,
  correctTopic: 10,
  addColleague: 15,
  askMore: 10,
  stopRequest: 10,
  mailOfLink: 1,
  stopMail: 2,
  network: 1,
  viewer: 1,
  metrics: 1,
  domains: 1,
  topics: 1,
  states: 1,
  providers: 1,
  resources: 2,
  districts: 5,
  rateLimit: 1,
  // Looks through every name.
  search: 5,
  // What people keep beside the figures.
  savedViews: 2,
  annotations: 2,
  alerts: 2,
  saveView: 10,
  removeView: 10,
  addAnnotation: 10,
  changeAnnotation: 10,
  removeAnnotation: 10,
  // Looks at the figure once.
  addAlert: 50,
  removeAlert: 10,
  // Who may do what, and what was done.
  people: 5,
  person: 1,
  invitations: 5,
  invitation: 2,
  apiKeys: 5,
  mails: 5,
  outbox: 5,
  auditEvents: 5,
  // Reads the whole trail.
  auditIntegrity: 50,
  invitePerson: 10,
  resendInvitation: 10,
  revokeInvitation: 10,
  // Works out what is kept of a password, which is slow on purpose.
  acceptInvitation: 30,
  giveRole: 10,
  takeRole: 10,
  disablePerson: 10,
  addOrganisation: 10,
  changeOrganisation: 10,
  resendMail: 10,
  openSessionNotes: 10,
  recordExport: 10,
  makeApiKey: 10,
  rotateApiKey: 10,
  revokeApiKey: 10,
};

/** Fields whose points pay for all within them: they compute what they answer, and bring no rows. */
export const FLAT: ReadonlySet<string> = new Set(["Query.compare", "Query.impact", "Query.needPatterns", "Query.topicTrends", "Query.topicSeasons", "Query.topicRanks", "Query.topicBursts", "Query.risingPhrases", "Query.topicDrift", "Query.gaps", "Query.survivalByGroup", "Query.challengeProgression", "Query.doseCurve", "Query.ratingsByGroup", "Query.loadWatch", "Query.capacityOutlook", "Query.fragility", "Query.representation", "Query.reachFunnel", "Query.reachConcentration", "Query.hurdles", "Query.needMap", "Query.needSequences", "Query.waitingByState", "Query.regionalOpportunities", "Query.metrics", "Query.states"]);

/** How long lists without `first` are as a rule; only their order of magnitude matters. */
export const LIST_SIZES: Readonly<Record<string, number>> = {
  "Query.domains": 12,
  "Query.providers": 12,
  "Provider.coaches": 10,
  "Coach.topics": 4,
  "System.requests": 2,
  "Request.topics": 3,
  "Request.tagEvents": 4,
  "Request.engagements": 1,
  "Request.referrals": 1,
  "Engagement.coaches": 2,
  "Engagement.sessions": 5,
  "Session.coaches": 2,
  "Session.topics": 3,
  "Resource.topics": 3,
};
