import type { Random } from "./random";
import { phraseOf } from "./topics";

const OPENINGS = [
  "Met the leader and heard what has been tried. What keeps coming up: {topic}.",
  "First call, on {topic}: mapped who is involved and what has been tried.",
  "Introductions, then straight to {topic}. The team is tired and frank about it.",
  "Listened mostly. On {topic} the pressing part is deciding who decides.",
  "Agreed what a good outcome on {topic} would look like by the end of term.",
] as const;

const BY_LEVEL: Readonly<Record<number, readonly string[]>> = {
  1: [
    "On {topic}: sorted what must hold this week from what can wait.",
    "Short-term fixes for {topic}; a list of three that need no approval.",
    "An urgent question on {topic}, calmed. Sent two resources afterwards.",
    "The county's guidance changed again; reset the dates for {topic}.",
  ],
  2: [
    "On {topic}: narrowed it to one problem that the team can state in a sentence.",
    "Looked at what the team already knows about {topic} and what it only assumes.",
    "On {topic}: named who feels the problem most; two of them join next time.",
    "On {topic}: two root causes; the leader will test both with principals.",
  ],
  3: [
    "Built a six-week plan for {topic} with owners and a check in the middle.",
    "Reviewed the pilot on {topic}: two schools are ahead, one needs cover to take part.",
    "Rehearsed the board presentation on {topic}; cut it to four slides.",
    "Went through the draft on {topic} line by line; it goes to principals on Thursday.",
  ],
  4: [
    "On {topic}: compared two models and chose the one that schools can staff.",
    "On {topic}: wrote down three conditions under which it outlasts the grant.",
    "The steering group now leads on {topic} itself; we talked about letting go.",
    "Put {topic} into the strategic plan, and dropped two older initiatives for it.",
  ],
};

const NEXT_STEPS = [
  "Next: share the draft before Friday.",
  "Next: invite a principal.",
  "Next: bring one week of evidence.",
  "Next call in about three weeks.",
  "Leader will send the current schedule.",
  "Asked a colleague with finance experience to look in.",
  "Following up by e-mail.",
  "",
  "",
] as const;

/** A coach's line or two after a call. */
export function composeNote(topics: readonly string[], number: number, level: number | null, random: Random): string {
  const first = topics[0];
  const lines = number === 1 ? OPENINGS : (BY_LEVEL[level ?? 2] ?? OPENINGS);
  const line = random.pick(lines).replace("{topic}", first === undefined ? "the work ahead" : phraseOf(first));
  return `${line} ${random.pick(NEXT_STEPS)}`.trim();
}
