import { adds, changes, reads, removes, table, type DatabaseRole, type TableRights } from "./right";

/*
 * Who may do what with which rows and columns: what the database itself gives and refuses, whatever a resolver forgets.
 * tableRights.test.ts compares this with the database, so a table, a column or a function is decided here or not at all.
 * A line names every column, then each right there is; nobody has any other.
 */

const EVERYONE: readonly DatabaseRole[] = ["network_public", "network_funder", "network_coach", "network_provider", "network_staff"];
const COLLEAGUES: readonly DatabaseRole[] = ["network_coach", "network_provider", "network_staff"];
const ENGAGED: readonly DatabaseRole[] = ["network_coach", "network_provider"];
const STAFF: readonly DatabaseRole[] = ["network_staff"];
/** Everybody with a role in the network. */
const SIGNED_IN: readonly DatabaseRole[] = ["network_funder", "network_coach", "network_provider", "network_staff"];
const SERVER: readonly DatabaseRole[] = ["network_server"];
/** Who writes down what the public asks for. */
const INTAKE: readonly DatabaseRole[] = ["network_intake"];
/** Holders of private links, and who writes down what the public asks for. */
const BY_LINK: readonly DatabaseRole[] = ["network_link"];
const OPEN: readonly DatabaseRole[] = [...EVERYONE, "network_link", "network_intake"];

/** What protected figures are made of: no names, no addresses, no words of anybody's. */
const counts = (only: string) => reads(["network_statistics"], "all", { only });
/** The sign-in service's own tables. */
const SIGN_IN = [reads(SERVER, "all"), adds(SERVER, "all"), changes(SERVER, "all"), removes(SERVER, "all")] as const;

/** Staff read all of the work's rows; coaches and provider leads those of the engagements they, or their coaches, are on. */
const WORK = [reads(STAFF, "all"), reads(ENGAGED, "own")] as const;

/** What hangs on a session: written by the coaches of its engagement. */
const LOGGED = [adds(ENGAGED, "own"), removes(ENGAGED, "own")] as const;
/** What a coach says of themselves. */
const PROFILE = "languages time_zone windows max_relationships locales enrollment_bands paused_until updated_by_name updated_at";
/** What may become otherwise about a planned call. */
const PLANNED = "starts_at minutes mode place time_zone sequence cancelled_at reminded_at session_id";

/** Tables of `public`, and those of other schemas of ours with their schema's name. */
export const TABLES: Readonly<Record<string, TableRights>> = {
  // Open to all: the framework, places, the names of organisations, the hub's resources.
  districts: table(
    `leaid name state_code city zip locale_code enrollment schools lat lon agency_type is_charter is_regular child_poverty_pct gone_at
    locale search_text`,
    reads(OPEN, "all"),
  ),
  framework_crosswalk: table("from_version_id to_version_id from_topic_code to_topic_code", reads(OPEN, "all")),
  framework_version_topics: table("version_id topic_code label definition domain_code position", reads(OPEN, "all")),
  framework_versions: table("id label published_at published_by_name", reads(OPEN, "all")),
  network_settings: table("only_row name demo_loaded_at", reads(OPEN, "all"), reads(SERVER, "all"), counts("only_row name demo_loaded_at")),
  // Admins add organisations, and rename them.
  // Admins among the staff add and change organisations.
  providers: table("id name kind website", reads(OPEN, "all"), adds(STAFF, "own"), changes(STAFF, "own", { only: "name website" }), counts("id kind")),
  resource_topics: table("resource_id topic_code", reads(OPEN, "all"), counts("resource_id topic_code")),
  resources: table(
    "id title url kind provider_id published_at retired_at",
    reads(OPEN, "all"),
    counts("id provider_id published_at retired_at"),
  ),
  states: table("code fips name region", reads(OPEN, "all"), counts("code region")),
  topics: table("code kind label definition domain_code position standing ended_in", reads(OPEN, "all"), counts("code kind domain_code")),
  universe_counts: table("state_code locale poverty_band enrollment_band districts students", reads(EVERYONE, "all")),

  // Colleagues: who coaches, for whom, on what. Their addresses are the hub's to know.
  coaches: table(
    "id provider_id name email role hours_per_month active_from active_to",
    reads(STAFF, "all"),
    reads(ENGAGED, "all", { without: "email" }),
    counts("id provider_id role hours_per_month active_from active_to"),
    reads(BY_LINK, "own", { only: "id provider_id name role" }),
  ),
  coach_topics: table("coach_id topic_code", reads(COLLEAGUES, "all"), counts("coach_id topic_code")),
  coach_states: table("coach_id state_code", reads(COLLEAGUES, "all"), counts("coach_id state_code")),

  // The rows of the work itself.
  systems: table(
    `id leaid name state_code kind locale low_income_share enrollment schools child_poverty_pct governance title_i poverty_band
    enrollment_band`,
    ...WORK,
    reads(INTAKE, "all"),
    adds(INTAKE, "all", { only: "id leaid name state_code" }),
    changes(INTAKE, "all", { only: "name state_code kind locale low_income_share enrollment schools child_poverty_pct" }),
    removes(INTAKE, "own"),
    counts("id state_code locale enrollment schools governance title_i poverty_band enrollment_band"),
    reads(BY_LINK, "own", { only: "id name state_code" }),
  ),
  // Leaders are reached by those who coach them: a leader of the same system who asked somebody else stays unseen.
  leaders: table("id system_id name email role", ...WORK, reads(INTAKE, "all"), adds(INTAKE, "all"), changes(INTAKE, "all", { only: "name email role" }), removes(INTAKE, "own")),
  requests: table(
    `id system_id leader_id submitted_at narrative urgency seconds_to_submit withdrawn_at stated_leaid stated_name stated_kind
    stated_schools stated_enrollment stated_locale stated_low_income_share leader_name leader_email leader_role`,
    reads(STAFF, "all"),
    // A request ends at the desk without coaches, or is merged with another.
    changes(STAFF, "all", { only: "withdrawn_at" }),
    // What a request said of its system and leader is settled into those, which have policies of their own.
    reads(ENGAGED, "own", { only: "id system_id leader_id submitted_at narrative urgency seconds_to_submit withdrawn_at" }),
    reads(INTAKE, "all"),
    adds(INTAKE, "own", { only: "id system_id leader_id submitted_at narrative urgency seconds_to_submit stated_leaid stated_name stated_kind leader_email" }),
    changes(INTAKE, "all", { only: "leader_name leader_role stated_schools" }),
    counts("id system_id submitted_at withdrawn_at"),
    reads(BY_LINK, "own", { only: "id system_id submitted_at narrative urgency withdrawn_at leader_name leader_role leader_email stated_schools" }),
    changes(BY_LINK, "own", { only: "withdrawn_at" }),
  ),
  // The form: how far people come in it, what was sent, and what leaders add to it and ask for afterwards.
  intake_submissions: table("idempotency_key request_id said at", reads(INTAKE, "all"), adds(INTAKE, "all")),
  intake_visits: table(
    "id opened_at fields last_field seconds submitted",
    reads(STAFF, "all"),
    reads(INTAKE, "all"),
    adds(INTAKE, "all"),
    changes(INTAKE, "own", { only: "fields last_field seconds submitted" }),
  ),
  request_details: table(
    "request_id time_zone windows languages at",
    ...WORK,
    reads(BY_LINK, "own"),
    reads(INTAKE, "all"),
    adds(INTAKE, "all"),
    changes(INTAKE, "all", { only: "time_zone windows languages at" }),
  ),
  leader_asks: table(
    "id request_id kind text at settled_at settled_by idempotency_key",
    ...WORK,
    changes(STAFF, "all", { only: "settled_at settled_by" }),
    changes(ENGAGED, "own", { only: "settled_at settled_by" }),
    reads(BY_LINK, "own"),
    adds(BY_LINK, "own", { only: "request_id kind text at idempotency_key" }),
  ),
  // Who looks after a request: staff hand it over among themselves.
  request_care: table("request_id owner_id since", reads(STAFF, "all"), adds(STAFF, "all", { only: "request_id owner_id" }), changes(STAFF, "all", { only: "owner_id since" })),
  tag_events: table(
    "id request_id topic_code action stage author at",
    ...WORK,
    reads(INTAKE, "all"),
    adds(INTAKE, "own", { only: "request_id topic_code action stage author at" }),
    reads(BY_LINK, "own"),
    adds(BY_LINK, "own", { only: "request_id topic_code action stage author at" }),
    adds(STAFF, "own", { only: "request_id topic_code action stage author at" }),
  ),
  // The desk: what staff did about a request, what they put together, and how long each step may take.
  desk_events: table("id request_id kind about reason text by_id by_name at", reads(STAFF, "all"), adds(STAFF, "own")),
  desk_targets: table("step days", reads(STAFF, "all"), changes(STAFF, "own", { only: "days" })),
  request_merges: table("merged_id kept_id topics_added merged_by merged_at", reads(STAFF, "all"), adds(STAFF, "own"), removes(STAFF, "all")),
  request_topics: table("request_id topic_code", ...WORK, counts("request_id topic_code"), reads(BY_LINK, "own")),
  // What somebody else would have tagged: each member of staff in their own name.
  tag_opinions: table("request_id topic_code author at", reads(STAFF, "all"), adds(STAFF, "own")),
  // The draft of the framework's next version; and every row that stands under another code than it did.
  framework_changes: table("id number kind topics new_topics into_code label definition author_id author_name at version_id", reads(STAFF, "all"), adds(STAFF, "own"), removes(STAFF, "own")),
  topic_reexpressions: table("id version_id subject_kind subject_id from_topic_code to_topic_code already by by_name at", reads(STAFF, "all")),
  tag_suggestions: table("request_id topic_code rank confidence method at need_start need_end", reads(STAFF, "all"), adds(STAFF, "all")),
  request_taggings: table("id request_id topics author_id at", reads(STAFF, "all"), adds(STAFF, "own")),
  engagements: table("id request_id matched_at closed_at close_reason", ...WORK, counts("id request_id matched_at closed_at close_reason"), reads(BY_LINK, "own")),
  engagement_coaches: table("engagement_id coach_id position", ...WORK, counts("engagement_id coach_id"), reads(BY_LINK, "own")),
  engagement_coach_events: table("id engagement_id coach_id kind at by_name why", ...WORK),
  // What a leader agrees to, by their own link; answers are written down by answer_consent().
  consents: table("id request_id what offer_id scope asked_at answered_at answer answered_by_name", ...WORK, reads(BY_LINK, "own")),

  // Matching. Coaches say when they have time; whom an offer asks reads what it is, and answers by answer_offer(); a coach asks a specialist in.
  coach_profiles: table(
    "coach_id languages time_zone windows max_relationships locales enrollment_bands paused_until updated_by_name updated_at",
    ...WORK,
    adds(ENGAGED, "own"),
    changes(ENGAGED, "own", { only: PROFILE }),
    adds(STAFF, "all"),
    changes(STAFF, "all", { only: PROFILE }),
  ),
  match_exclusions: table(
    "id coach_id provider_id system_id why note made_by_name made_at ended_by_name ended_at",
    reads(STAFF, "all"),
    adds(STAFF, "all"),
    changes(STAFF, "all", { only: "ended_by_name ended_at" }),
  ),
  offers: table(
    "id kind request_id engagement_id made_by made_by_name made_at due_at state ended_at reminded_at message proposal",
    reads(STAFF, "all"),
    adds(STAFF, "all"),
    changes(STAFF, "all", { only: "state ended_at reminded_at" }),
    reads([...ENGAGED, ...BY_LINK], "own", { only: "id kind request_id engagement_id made_by made_by_name made_at due_at state ended_at message" }),
    adds(ENGAGED, "own", { only: "id kind request_id engagement_id made_by made_by_name made_at due_at message" }),
  ),
  offer_coaches: table(
    "offer_id coach_id position answer answered_at answered_by_name why note",
    reads(STAFF, "all"),
    adds(STAFF, "all"),
    reads([...ENGAGED, ...BY_LINK], "own", { only: "offer_id coach_id position answer answered_at" }),
    adds(ENGAGED, "own", { only: "offer_id coach_id position" }),
  ),
  match_choices: table("offer_id chosen other overridden reason note made_by_name made_at", reads(STAFF, "all"), adds(STAFF, "all")),
  match_settings: table("only_row hours_a_month offer_hours reoffers learn_since", reads(COLLEAGUES, "all"), changes(STAFF, "own", { only: "hours_a_month offer_hours reoffers learn_since" })),
  // A coach logs the calls of the engagements that they are on, and mends or takes back what they logged; a link's holder reads the one to rate.
  sessions: table(
    "id engagement_id held_at minutes mode challenge_level",
    ...WORK,
    counts("id engagement_id held_at minutes challenge_level"),
    adds(ENGAGED, "own"),
    changes(ENGAGED, "own", { only: "held_at minutes mode challenge_level" }),
    removes(ENGAGED, "own"),
    reads(BY_LINK, "own", { only: "id engagement_id held_at minutes" }),
  ),
  capacity_offers: table(
    "id system_id model schools people teachers days_per_month active_from active_to stated_by_name stated_at",
    reads(STAFF, "all"),
    adds(STAFF, "all"),
    changes(STAFF, "all", { only: "schools people teachers days_per_month active_from active_to stated_by_name stated_at" }),
  ),
  capacity_uses: table("offer_id month days reported_by_name reported_at", reads(STAFF, "all"), adds(STAFF, "all"), changes(STAFF, "all", { only: "days reported_by_name reported_at" })),
  session_coaches: table("session_id coach_id", ...WORK, ...LOGGED, counts("session_id coach_id")),
  session_topics: table("session_id topic_code", ...WORK, ...LOGGED, counts("session_id topic_code"), reads(BY_LINK, "own")),
  ratings: table(
    "session_id rated_at rating wants_more comment",
    ...WORK,
    counts("session_id rated_at rating wants_more"),
    reads(BY_LINK, "own"),
    adds(BY_LINK, "own"),
    changes(BY_LINK, "own", { only: "wants_more comment" }),
  ),
  session_logs: table("session_id logged_by logged_by_name logged_at said", ...WORK, adds(ENGAGED, "own"), changes(ENGAGED, "own", { only: "said" })),
  session_steps: table(
    "id session_id engagement_id position text who due done_at",
    ...WORK,
    adds(ENGAGED, "own", { only: "id session_id engagement_id position text who due" }),
    changes(ENGAGED, "own", { only: "done_at" }),
    removes(ENGAGED, "own"),
    reads(BY_LINK, "own"),
  ),
  session_resources: table("session_id resource_id", ...WORK, ...LOGGED, reads(BY_LINK, "own")),
  planned_calls: table(
    "id engagement_id starts_at minutes mode place time_zone made_by made_by_name made_at sequence cancelled_at reminded_at session_id",
    ...WORK,
    adds(ENGAGED, "own"),
    changes(ENGAGED, "own", { only: PLANNED }),
    adds(STAFF, "all"),
    changes(STAFF, "all", { only: PLANNED }),
    reads(SERVER, "all"),
    changes(SERVER, "all", { only: "reminded_at" }),
    reads(BY_LINK, "own", { only: "id engagement_id starts_at minutes mode place time_zone sequence cancelled_at session_id" }),
  ),
  referrals: table(
    "id request_id sent_at destination reason outcome outcome_at",
    ...WORK,
    counts("request_id sent_at"),
    adds(STAFF, "all"),
    changes(STAFF, "all", { only: "outcome outcome_at" }),
    reads(BY_LINK, "own", { without: "reason" }),
    changes(BY_LINK, "own", { only: "outcome outcome_at" }),
  ),
  // From draft to outcome: staff, the leader by their link, and whom it was sent to by theirs.
  referral_cases: table(
    "id request_id destination destination_email reason summary state due_at reminded_at drafted_by_name drafted_at",
    reads(STAFF, "all"),
    adds(STAFF, "all"),
    changes(STAFF, "all", { only: "destination destination_email reason summary state due_at reminded_at" }),
    reads(BY_LINK, "own", { only: "id request_id destination summary state due_at drafted_at" }),
    changes(BY_LINK, "own", { only: "state due_at reminded_at" }),
    reads(SERVER, "all"),
    changes(SERVER, "all", { only: "reminded_at" }),
  ),
  referral_events: table("id case_id action at by_name word", reads(STAFF, "all"), adds(STAFF, "all", { only: "case_id action at by_name word" }), adds(BY_LINK, "own", { only: "case_id action at by_name word" })),

  // Notes go no further than the engagement's coaches; a lead is one of them or reads none. Staff have open_session_note().
  session_notes: table("session_id note", reads(ENGAGED, "own"), ...LOGGED),

  // People and what they are. Admins alone write; a policy asks who is one.
  memberships: table(
    "user_id role provider_id coach_id positions",
    reads(STAFF, "all"),
    reads(SERVER, "all"),
    adds(STAFF, "own"),
    changes(STAFF, "own", { only: "positions provider_id coach_id" }),
    removes(STAFF, "own"),
  ),
  invitations: table(
    `id email name role positions provider_id coach_id token_hash invited_by invited_by_name created_at expires_at accepted_at accepted_by
    revoked_at`,
    reads(STAFF, "all", { without: "token_hash" }),
    adds(STAFF, "own"),
    changes(STAFF, "own", { only: "name positions provider_id coach_id token_hash invited_by invited_by_name expires_at revoked_at" }),
  ),
  // Each their own, staff all; the hash nobody but the server, which looks keys up by it.
  api_keys: table(
    "id user_id name prefix hash scopes provider_id created_at expires_at last_used_at revoked_at rotated_to",
    reads(["network_funder", "network_coach", "network_provider"], "own", { without: "hash" }),
    reads(STAFF, "all", { without: "hash" }),
    adds(SIGNED_IN, "own"),
    changes(SIGNED_IN, "own", { only: "expires_at revoked_at rotated_to" }),
    reads(SERVER, "all"),
    changes(SERVER, "all", { only: "last_used_at" }),
  ),
  // Staff see that there was mail; what it says is kept in a demo network alone, whose outbox is everybody's.
  mails: table(
    "id kind to_address payload text html message_id state attempts last_error created_at sent_at request_id",
    reads(STAFF, "all", { without: "payload message_id" }),
    reads(["network_public", "network_funder", "network_coach", "network_provider"], "own", { without: "payload message_id" }),
  ),

  // Private links: kept by their token's hash, and known to nobody but the functions below.
  links: table("id kind subject_id token_hash created_at expires_at ended_at sent_to"),
  mail_refusals: table("kind address at", reads(STAFF, "all"), reads(BY_LINK, "own"), adds(BY_LINK, "own", { only: "kind address" }), removes(BY_LINK, "own")),

  // What people keep beside the figures: views each their own and those shared with them, annotations by staff for all, alerts each their own.
  saved_views: table(
    "id user_id owner_name name path search shared_with created_at changed_at",
    reads(SIGNED_IN, "own"),
    adds(SIGNED_IN, "own"),
    changes(SIGNED_IN, "own", { only: "name path search shared_with changed_at" }),
    removes(SIGNED_IN, "own"),
  ),
  annotations: table(
    "id on_day until_day text topic_code author_name created_at",
    reads(SIGNED_IN, "all"),
    adds(STAFF, "all"),
    changes(STAFF, "all", { only: "on_day until_day text topic_code" }),
    removes(STAFF, "all"),
  ),
  alerts: table(
    "id user_id kind threshold scope created_at looked_at holds held_since found",
    reads(STAFF, "own"),
    adds(STAFF, "own"),
    removes(STAFF, "own"),
    reads(SERVER, "all"),
    changes(SERVER, "all", { only: "looked_at holds held_since found" }),
  ),

  // Learning calls: staff prepare them, coaches and leads read what was published and committed to.
  learning_calls: table("week", reads(COLLEAGUES, "all"), adds(STAFF, "all"), adds(["network_provider"], "own")),
  learning_edits: table(
    "week sentence_id text hidden based_on edited_by edited_by_name edited_at",
    reads(STAFF, "all"),
    adds(STAFF, "all"),
    changes(STAFF, "all", { only: "text hidden based_on edited_by edited_by_name edited_at" }),
    removes(STAFF, "all"),
  ),
  learning_notes: table("id week text added_by added_by_name added_at", reads(STAFF, "all"), adds(STAFF, "all"), removes(STAFF, "all")),
  // A lead commits the own organisation.
  learning_commitments: table(
    "id week provider_id who what due state settled_at settled_by_name added_by added_by_name added_at",
    reads(COLLEAGUES, "all"),
    adds(STAFF, "all"),
    adds(["network_provider"], "own"),
    changes(STAFF, "all", { only: "state settled_at settled_by_name" }),
  ),
  learning_editions: table("week number as_of sentences mailed published_by published_by_name published_at", reads(COLLEAGUES, "all"), adds(STAFF, "all")),
  learning_mail_refusals: table("user_id", reads(STAFF, "all"), reads(ENGAGED, "own"), adds(ENGAGED, "own"), removes(ENGAGED, "own")),

  // What was done: staff read it, and nobody writes it but audit().
  audit_events: table(
    `id at account_id actor_name actor_email key_id key_name action subject_type subject_id reason detail request_id previous_hash hash`,
    reads(STAFF, "all", { without: "previous_hash hash" }),
  ),
  audit_head: table("only_row events last_id hash"),
  audit_pending: table("number at account_id actor_name actor_email key_id key_name action subject_type subject_id reason detail request_id"),

  // What the server keeps for itself. Of the secrets it reads, and first makes, the one that protects figures.
  app_secrets: table("name value", reads(SERVER, "own"), adds(SERVER, "own")),
  "auth.users": table("id name email email_verified image created_at updated_at disabled_at last_sign_in_at two_factor_enabled", ...SIGN_IN),
  "auth.sessions": table("id user_id token expires_at ip_address user_agent created_at updated_at", ...SIGN_IN),
  "auth.accounts": table(
    `id user_id account_id provider_id access_token refresh_token id_token access_token_expires_at refresh_token_expires_at scope
    password created_at updated_at`,
    ...SIGN_IN,
  ),
  "auth.verifications": table("id identifier value expires_at created_at updated_at", ...SIGN_IN),
  "auth.two_factors": table("id user_id secret backup_codes verified failed_verification_count locked_until", ...SIGN_IN),
  "auth.rate_limits": table("id key count last_request", ...SIGN_IN),
  "auth.attempts": table("key count ends_at", ...SIGN_IN),
  "limits.used": table("key points expire", ...SIGN_IN),
};

/**
 * Who may call which function. Those of triggers are called by nobody; the tables' own writes run them. A function that is
 * `security definer` reads and writes past the policies, so each is one more place to be right in.
 */
export const FUNCTIONS: Readonly<Record<string, readonly DatabaseRole[]>> = {
  // Who is looking, as row policies ask.
  viewer_account_id: SIGNED_IN,
  viewer_coach_id: ENGAGED,
  viewer_provider_id: SIGNED_IN,
  viewer_engagement_ids: ENGAGED,
  viewer_request_ids: ENGAGED,
  viewer_system_ids: ENGAGED,
  viewer_session_ids: ENGAGED,
  viewer_coached_session_ids: ENGAGED,
  viewer_coached_engagement_ids: ENGAGED,
  viewer_is_admin: STAFF,
  viewer_two_factor: EVERYONE,

  // What staff do past the policies, each with a check of its own.
  people: STAFF,
  disable_person: STAFF,
  open_session_note: STAFF,
  resend_mail: STAFF,
  publish_framework: STAFF,
  retag_subject: STAFF,

  // What a code means today, and which codes lists show.
  topic_heirs: [...OPEN, "network_server"],
  listed_topics: [...OPEN, "network_server"],

  // Whom mail about a referral reaches.
  referral_people: ["network_link", "network_staff", "network_server"],
  // Whether a leader was asked about one, and what their stopping takes back.
  referral_was_asked: BY_LINK,
  drop_unsent_referral: BY_LINK,

  // Offers, consents and teams: who may do what is asked in each.
  match_bars: ["network_link", "network_coach", "network_provider", "network_staff"],
  viewer_offer_ids: ["network_link", "network_coach", "network_provider", "network_staff"],
  offer_facts: ["network_link", "network_coach", "network_provider", "network_staff"],
  answer_offer: ["network_link", "network_coach", "network_provider", "network_staff"],
  answer_consent: ["network_link", "network_coach", "network_provider", "network_staff"],
  engagement_contacts: ["network_link", "network_coach", "network_provider", "network_staff"],
  change_team: COLLEAGUES,
  close_engagement: COLLEAGUES,

  // Who coached the session that a link is to.
  coaches_of_session: BY_LINK,
  // Whom a call concerns, and what stands in a coach's calendar.
  call_people: [...ENGAGED, ...STAFF, ...SERVER],
  calendar_calls: BY_LINK,
  rated_call_people: BY_LINK,
  peer_resources: [...ENGAGED, ...STAFF],

  // Owners of requests: found when there is none, and told to whoever may act on the request.
  care_for: [...STAFF, ...SERVER],
  kept_requests: STAFF,
  carry_topics: STAFF,
  take_topics_back: STAFF,
  desk_people: [...STAFF, ...SERVER],
  had_digest: SERVER,
  request_owners: ["network_link", "network_intake", "network_coach", "network_provider", "network_staff", "network_server"],

  // The form: when it was opened, signed.
  intake_token: [...EVERYONE, "network_link"],
  intake_token_age: INTAKE,
  viewer_link_request: BY_LINK,
  link_engagement_ids: BY_LINK,
  link_session_ids: BY_LINK,
  link_lead_coach: BY_LINK,

  // Private links: made for others, opened and ended by their holders.
  make_link: ["network_intake", "network_coach", "network_provider", "network_staff"],
  end_links: ["network_link", "network_coach", "network_provider", "network_staff"],
  open_link: BY_LINK,
  viewer_link: BY_LINK,

  // Invitations: the holder of a link, who may be signed in or not.
  invitation_state: STAFF,
  invitation_offer: EVERYONE,
  invitation_password: ["network_public"],
  accept_invitation: EVERYONE,

  // What everybody's operations leave behind.
  audit: [...OPEN, "network_server"],
  enqueue_mail: [...OPEN, "network_server"],
  audit_count: STAFF,
  audit_first_broken: STAFF,

  // The owner's alone, and what triggers run.
  server_login: [],
  release_lost_jobs: [],
  add_mail_job: [],
  audit_text: [],
  audit_hash: [],
  audit_chain: [],
  audit_rows: [],
  audit_api_keys: [],
  audit_only_grows: [],
  api_keys_only_end: [],
  keep_an_admin: [],
  keep_request_topics: [],
  requests_get_an_owner: [],
  desk_changed: [],
  keep_who_held_sessions: [],
  join_team: [],
  acting_name: [],
  offers_ask_nobody_barred: [],
  "auth.keep_last_sign_in": [],
  "auth.end_sessions": [],
};
