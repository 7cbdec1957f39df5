import { flowsBetween, keptFrom, LEAST_REQUESTS_OF_DRIFT, onTopic, type DriftRecord, type Flow, type Stage } from "@arl/analysis/drift";
import { wilson } from "@arl/analysis/proportion";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Refusal } from "../figure/refusal.type";
import type { StageRecorded, TopicDrift, TopicDrifts, TopicFlow } from "./drift.type";

/** With fewer requests a stage says nothing of the network. */
const LEAST_RECORDED = 10;

/** Where a topic went, and came from, at most. */
const MOST_FLOWS = 3;

const LIFTS: Readonly<Record<Stage, { readonly why: string; readonly wouldLift: string }>> = {
  asked: { why: "What leaders themselves chose was not recorded.", wouldLift: "An intake form on which leaders choose topics, recorded as tags of the stage ASKED." },
  tagged: { why: "No request was tagged.", wouldLift: "Tags given at intake, in the column topics of requests.csv." },
  coached: { why: "No session was held on a topic.", wouldLift: "Sessions with their topics, in the column topics of sessions.csv." },
};

const STAGES = ["asked", "tagged", "coached"] as const satisfies readonly Stage[];

/** From the topic asked for, to the one tagged, to the one coached; each step where both its stages were recorded. */
export function topicDrifts(topics: readonly TopicRow[], records: readonly DriftRecord[]): TopicDrifts {
  const stages = STAGES.map((stage) => stageOf(stage, records));
  const isThere = (stage: Stage) => stages.some((one) => one.stage === stage && one.refusal === null);
  const missing = stages.filter(({ refusal }) => refusal !== null);
  if (missing.length > 1) {
    const refusals = missing.flatMap(({ refusal }) => refusal ?? []);
    return { stages, topics: [], pairsTested: 0, refusal: { reason: refusals[0]?.reason ?? "NOT_RECORDED", why: refusals.map(({ why }) => why).join(" "), wouldLift: refusals.map(({ wouldLift }) => wouldLift).join(" ") } };
  }
  const flows = isThere("asked") && isThere("coached") ? flowsBetween(records, "asked", "coached") : [];
  const byCode = new Map(topics.map((topic) => [topic.code, topic]));
  const seen = topics.map((topic) => driftOf(topic, { records, flows, byCode, isThere })).filter((drift) => [drift.asked, drift.tagged, drift.coached].some(({ value }) => value !== null && value > 0));
  return { stages, refusal: null, topics: seen, pairsTested: flows.filter(({ qValue }) => qValue !== null).length };
}

function stageOf(stage: Stage, records: readonly DriftRecord[]): StageRecorded {
  const recorded = records.filter((record) => record[stage] !== null).length;
  const few: Refusal = { reason: "TOO_FEW", why: `Only ${recorded} ${recorded === 1 ? "request is" : "requests are"} recorded as ${stage}.`, wouldLift: LIFTS[stage].wouldLift };
  const refusal = recorded === 0 ? { reason: "NOT_RECORDED" as const, ...LIFTS[stage] } : recorded < LEAST_RECORDED ? few : null;
  return { stage, requests: exact(recorded, records.length), refusal };
}

interface Given {
  readonly records: readonly DriftRecord[];
  readonly flows: readonly Flow[];
  readonly byCode: ReadonlyMap<string, TopicRow>;
  readonly isThere: (stage: Stage) => boolean;
}

function driftOf(topic: TopicRow, { records, flows, byCode, isThere }: Given): TopicDrift {
  const at = (stage: Stage): Figure =>
    isThere(stage) ? exact(onTopic(records, stage, topic.code), records.filter((record) => record[stage] !== null).length) : withheld("NO_DATA", null);
  const kept = (from: Stage, to: Stage): Figure => {
    if (!isThere(from) || !isThere(to)) return withheld("NO_DATA", null);
    const step = keptFrom(records, from, to, topic.code);
    return step.of < LEAST_REQUESTS_OF_DRIFT ? withheld("TOO_FEW", step.of) : estimate(wilson(step.kept, step.of));
  };
  return {
    topic,
    asked: at("asked"),
    tagged: at("tagged"),
    coached: at("coached"),
    askedToTagged: kept("asked", "tagged"),
    taggedToCoached: kept("tagged", "coached"),
    askedToCoached: kept("asked", "coached"),
    went: surest(flows.filter(({ from }) => from === topic.code)).flatMap((flow) => flowTo(flow, byCode.get(flow.to))),
    came: surest(flows.filter(({ to }) => to === topic.code)).flatMap((flow) => flowFrom(flow, byCode.get(flow.from))),
  };
}

const surest = (flows: readonly Flow[]): Flow[] =>
  flows
    .filter(({ qValue }) => qValue !== null)
    .sort((a, b) => (a.qValue ?? 1) - (b.qValue ?? 1) || (a.pValue ?? 1) - (b.pValue ?? 1) || b.moved - a.moved)
    .slice(0, MOST_FLOWS);

const flowTo = (flow: Flow, topic: TopicRow | undefined): TopicFlow[] =>
  topic ? [{ topic, share: estimate(wilson(flow.moved, flow.of)), usual: estimate(wilson(flow.others, flow.allOthers)), requests: exact(flow.moved, flow.of), qValue: flow.qValue ?? 1 }] : [];

/** The same flow, seen from where it arrived: of all that came to be coached on it, so many had asked for the other. */
function flowFrom({ moved, of, others, allOthers, qValue }: Flow, topic: TopicRow | undefined): TopicFlow[] {
  if (!topic) return [];
  const [arrived, stayed] = [moved + others, of - moved + (allOthers - others)];
  return [{ topic, share: estimate(wilson(moved, arrived)), usual: estimate(wilson(of - moved, stayed)), requests: exact(moved, arrived), qValue: qValue ?? 1 }];
}
