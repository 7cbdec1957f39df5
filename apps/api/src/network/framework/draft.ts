/** A topic that a version brings. */
export interface NewTopic {
  readonly code: string;
  readonly domain: string;
  readonly label: string;
  readonly definition: string;
}

/** One change of a draft, as far as it can contradict others. */
export interface Change {
  readonly kind: "add" | "rename" | "split" | "merge" | "retire";
  readonly topics: readonly string[];
  readonly newTopics: readonly NewTopic[];
  readonly intoCode: string | null;
  readonly label: string | null;
  readonly definition: string | null;
}

/** What is known of a code: current ones can be changed, and no code is given twice. */
export interface KnownTopic {
  readonly code: string;
  readonly kind: "domain" | "topic" | "outside";
  readonly label: string;
  readonly domainCode: string | null;
  readonly standing: "current" | "divided" | "retired" | "merged";
}

export interface DraftFault {
  /** The field of the change at fault. */
  readonly field: string;
  readonly message: string;
}

/** A topic's own part of its code, after its domain's and a hyphen. */
const CODE = /^[A-Z0-9]{2,12}$/;

/** What keeps a change out of the draft; null = nothing. The first fault is told. */
export function faultOf(change: Change, known: readonly KnownTopic[], draft: readonly Change[]): DraftFault | null {
  return shapeFault(change) ?? sourceFault(change, known, draft) ?? targetFault(change, known, draft) ?? newTopicFault(change, known, draft) ?? labelFault(change, known, draft);
}

/** What keeps a whole draft from being published, as sentences. */
export function draftFaults(known: readonly KnownTopic[], draft: readonly Change[]): string[] {
  const gone = new Set(draft.filter(({ kind }) => endsTopics(kind)).flatMap(({ topics }) => topics));
  const made = draft.flatMap(({ newTopics }) => newTopics);
  return known
    .filter(({ kind }) => kind === "domain")
    .filter(({ code }) => !made.some(({ domain }) => domain === code) && !known.some((topic) => topic.domainCode === code && topic.standing === "current" && !gone.has(topic.code)))
    .map(({ code, label }) => `No topic would be left in the domain ${label} (${code}). Keep one, or add one.`);
}

const endsTopics = (kind: Change["kind"]): boolean => kind === "split" || kind === "merge" || kind === "retire";

const NEEDS: Readonly<Record<Change["kind"], (change: Change) => DraftFault | null>> = {
  add: ({ topics, newTopics }) => {
    if (topics.length > 0) return { field: "topics", message: "A topic that is added is not one of the framework's yet." };
    return newTopics.length === 1 ? null : { field: "newTopics", message: "Add one topic at a time." };
  },
  rename: ({ topics, label, definition }) => {
    if (topics.length !== 1) return { field: "topics", message: "Rename one topic at a time." };
    return label === null && definition === null ? { field: "label", message: "Give a new label, or a new definition." } : null;
  },
  split: ({ topics, newTopics }) => {
    if (topics.length !== 1) return { field: "topics", message: "Divide one topic at a time." };
    return newTopics.length < 2 ? { field: "newTopics", message: "A topic is divided into two new ones at least." } : null;
  },
  merge: ({ topics, newTopics, intoCode }) => {
    if (intoCode === null && newTopics.length !== 1) return { field: "into", message: "Say which topic they are merged into: one that is there, or one new one." };
    if (intoCode !== null && newTopics.length > 0) return { field: "newTopics", message: "They are merged into a topic that is there, or into a new one, not both." };
    const least = intoCode === null ? 2 : 1;
    return topics.length < least ? { field: "topics", message: `Choose ${least === 1 ? "a topic" : "two topics"} at least to merge.` } : null;
  },
  retire: ({ topics }) => (topics.length === 1 ? null : { field: "topics", message: "Retire one topic at a time." }),
};

function shapeFault(change: Change): DraftFault | null {
  const { kind, topics, newTopics, intoCode, label, definition } = change;
  const fault = NEEDS[kind](change);
  if (fault) return fault;
  if (new Set(topics).size < topics.length) return { field: "topics", message: "A topic is named twice." };
  if (intoCode !== null && kind !== "merge") return { field: "into", message: "Only topics that are merged go into another." };
  if (newTopics.length > 0 && (kind === "rename" || kind === "retire")) return { field: "newTopics", message: "This change makes no new topic." };
  return kind !== "rename" && (label !== null || definition !== null) ? { field: "label", message: "Only a topic that is renamed is given another label or definition here." } : null;
}

function sourceFault({ kind, topics }: Change, known: readonly KnownTopic[], draft: readonly Change[]): DraftFault | null {
  for (const code of topics) {
    const topic = known.find((one) => one.code === code);
    if (topic === undefined) return { field: "topics", message: `The framework has no topic ${code}.` };
    if (topic.standing !== "current") return { field: "topics", message: `${code} is no topic of the framework any more.` };
    if (topic.kind === "outside") return { field: "topics", message: `${code} stands for what the framework does not name, and stays as it is.` };
    if (topic.kind === "domain" && kind !== "rename") return { field: "topics", message: `${code} is a domain: domains can be renamed only.` };
    if (draft.some((other) => other.topics.includes(code))) return { field: "topics", message: `The draft changes ${code} already. Take that change back first.` };
    if (endsTopics(kind) && draft.some(({ intoCode }) => intoCode === code)) return { field: "topics", message: `Another topic is merged into ${code} in the draft.` };
  }
  return null;
}

function targetFault({ intoCode, topics }: Change, known: readonly KnownTopic[], draft: readonly Change[]): DraftFault | null {
  if (intoCode === null) return null;
  const target = known.find(({ code }) => code === intoCode);
  if (target?.kind !== "topic" || target.standing !== "current") return { field: "into", message: `The framework has no topic ${intoCode}.` };
  if (topics.includes(intoCode)) return { field: "into", message: `${intoCode} is not merged into itself: leave it out of the topics that go.` };
  const ends = draft.some((other) => endsTopics(other.kind) && other.topics.includes(intoCode));
  return ends ? { field: "into", message: `${intoCode} itself ends in the draft.` } : null;
}

function newTopicFault({ newTopics }: Change, known: readonly KnownTopic[], draft: readonly Change[]): DraftFault | null {
  const taken = new Set([...known.map(({ code }) => code), ...draft.flatMap((other) => other.newTopics.map(({ code }) => code))]);
  for (const [index, { code, domain }] of newTopics.entries()) {
    const field = `newTopics.${index}`;
    if (!known.some((topic) => topic.code === domain && topic.kind === "domain")) return { field: `${field}.domain`, message: `The framework has no domain ${domain}.` };
    if (!code.startsWith(`${domain}-`) || !CODE.test(code.slice(domain.length + 1))) {
      return { field: `${field}.code`, message: `The code is ${domain}-, then 2 to 12 capital letters or digits.` };
    }
    if (taken.has(code)) return { field: `${field}.code`, message: `The code ${code} is taken, or was once: no code is used again for something else.` };
    taken.add(code);
  }
  return null;
}

/** Labels tell topics apart wherever there is no code beside them. Those of topics that end are free again. */
function labelFault(change: Change, known: readonly KnownTopic[], draft: readonly Change[]): DraftFault | null {
  const all = [...draft, change];
  const ending = new Set(all.filter(({ kind }) => endsTopics(kind)).flatMap(({ topics }) => topics));
  const renamed = new Set(all.filter(({ kind, label }) => kind === "rename" && label !== null).flatMap(({ topics }) => topics));
  const kept = known.filter(({ code, standing }) => standing === "current" && !ending.has(code) && !renamed.has(code)).map(({ label }) => label);
  const drafted = draft.flatMap(({ newTopics, label }) => [...newTopics.map((topic) => topic.label), ...(label === null ? [] : [label])]);
  const taken = new Set([...kept, ...drafted].map((label) => label.toLowerCase()));
  if (change.label !== null && taken.has(change.label.toLowerCase())) return { field: "label", message: `Another topic is called ${change.label}.` };
  for (const [index, { label }] of change.newTopics.entries()) {
    if (taken.has(label.toLowerCase())) return { field: `newTopics.${index}.label`, message: `Another topic is called ${label}.` };
    taken.add(label.toLowerCase());
  }
  return null;
}
