import { differenceOfShares, type Share } from "@arl/analysis/difference";
import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { wilson } from "@arl/analysis/proportion";
import { badInput } from "../../errors";
import { estimate, exact, withheld } from "../figure/figure";
import type { Key } from "../figure/key.type";
import type { Refusal } from "../figure/refusal.type";
import type { Dimension } from "../scope/scope.type";
import type { FunnelCounts } from "./funnel.queries";
import type { FunnelGroup, FunnelStage, FunnelStep, ReachFunnel } from "./funnel.type";

const FUNNEL_DIMENSIONS = ["LOCALE", "POVERTY_BAND", "ENROLLMENT_BAND", "REGION", "STATE", "TITLE_I", "GOVERNANCE"] as const satisfies readonly Dimension[];

/** What a request has one of, by its system. */
export type FunnelDimension = (typeof FUNNEL_DIMENSIONS)[number];

/** @throws DomainError BAD_USER_INPUT for any other dimension. */
export function funnelDimension(by: Dimension): FunnelDimension {
  const found = FUNNEL_DIMENSIONS.find((each) => each === by);
  if (!found) throw badInput("by", `The funnel is cut by ${FUNNEL_DIMENSIONS.join(", ")}.`);
  return found;
}

const LONGEST_DAYS = 366;

/** @throws DomainError BAD_USER_INPUT unless days are whole, from 1 to a year. */
export function followUp(days: number): number {
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) throw badInput("followUpDays", `Requests are followed for 1 to ${LONGEST_DAYS} days.`);
  return days;
}

/** With fewer requests at the step before, in a group or in the rest, the two are not compared. */
const LEAST_COMPARED = 10;

const STEPS = [
  { stage: "MATCHED", at: "matched", before: "asked", systems: "matchedSystems" },
  { stage: "SUSTAINED", at: "sustained", before: "matched", systems: "sustainedSystems" },
  { stage: "RATED", at: "rated", before: "sustained", systems: "ratedSystems" },
] as const satisfies readonly { readonly stage: FunnelStage; readonly at: keyof FunnelCounts; readonly before: keyof FunnelCounts; readonly systems: keyof FunnelCounts }[];

type Step = (typeof STEPS)[number];

/** A group's share of the step before against that of all others; nothing where either is of too few. */
function compared(group: FunnelCounts, all: FunnelCounts, { at, before }: Step) {
  const share: Share = { successes: group[at], trials: group[before] };
  const rest: Share = { successes: all[at] - group[at], trials: all[before] - group[before] };
  return Math.min(share.trials, rest.trials) < LEAST_COMPARED ? null : differenceOfShares(share, rest);
}

/** How far requests came, by group; each group held against the rest, over all groups and steps at once. */
export function reachFunnel(by: FunnelDimension, followUpDays: number, counts: readonly FunnelCounts[], headings: readonly Key[]): ReachFunnel {
  const known = counts.filter(({ key }) => key !== "UNKNOWN");
  const all = added(known);
  const followed = headings.flatMap((key) => known.filter((group) => group.key === key.key && group.asked > 0).map((group) => ({ key, group })));
  const tests = followed.flatMap(({ key, group }) => STEPS.map((step) => ({ key: key.key, stage: step.stage, test: compared(group, all, step) })));
  const tested = tests.filter(({ test }) => test?.pValue != null);
  const qValues = benjaminiHochberg(tested.map(({ test }) => test?.pValue ?? 1));
  const groups = followed.map(({ key, group }): FunnelGroup => ({
    key,
    asked: exact(group.asked, group.askedSystems),
    steps: STEPS.map((step): FunnelStep => {
      const at = tested.findIndex((each) => each.key === key.key && each.stage === step.stage);
      const outcome = tested[at]?.test?.outcome;
      return { ...plainStep(group, step), difference: outcome ? estimate(outcome) : withheld("TOO_FEW", group[step.before]), qValue: qValues[at] ?? null };
    }),
  }));
  const unknown = counts.find(({ key }) => key === "UNKNOWN");
  const tooRecent = counts.reduce((sum, group) => sum + group.tooRecent, 0);
  return {
    by,
    followUpDays,
    asked: exact(all.asked, all.askedSystems),
    tooRecent: exact(tooRecent, tooRecent),
    unknown: exact(unknown?.asked ?? 0, unknown?.askedSystems ?? 0),
    steps: STEPS.map((step) => plainStep(all, step)),
    groups,
    refusal: tested.length > 0 ? null : refusalOf(all.asked, groups.length, tooRecent, followUpDays),
  };
}

function plainStep(group: FunnelCounts, { stage, at, before, systems }: Step): FunnelStep {
  return { stage, requests: exact(group[at], group[systems]), ofBefore: estimate(wilson(group[at], group[before])), ofAsked: estimate(wilson(group[at], group.asked)), difference: null, qValue: null };
}

/** Groups of a dimension share no system, so systems add up as well. */
function added(groups: readonly FunnelCounts[]): FunnelCounts {
  const sum = (name: Exclude<keyof FunnelCounts, "key">) => groups.reduce((total, group) => total + group[name], 0);
  return {
    key: "",
    tooRecent: sum("tooRecent"),
    asked: sum("asked"),
    matched: sum("matched"),
    sustained: sum("sustained"),
    rated: sum("rated"),
    askedSystems: sum("askedSystems"),
    matchedSystems: sum("matchedSystems"),
    sustainedSystems: sum("sustainedSystems"),
    ratedSystems: sum("ratedSystems"),
  };
}

function refusalOf(asked: number, groups: number, tooRecent: number, followUpDays: number): Refusal {
  if (asked < 2 * LEAST_COMPARED && asked + tooRecent >= 2 * LEAST_COMPARED) {
    return {
      reason: "TOO_SHORT",
      why: `Only ${asked} ${asked === 1 ? "request was" : "requests were"} asked ${followUpDays} days or more ago; of the others it cannot be known yet how far they come.`,
      wouldLift: `A window of fewer days, or waiting until ${2 * LEAST_COMPARED} requests have been followed for ${followUpDays}.`,
    };
  }
  return {
    reason: "TOO_FEW",
    why: groups < 2 ? "The requests here are all of one group, so there is nothing to compare it with." : `No group has ${LEAST_COMPARED} followed requests with as many outside it.`,
    wouldLift: "A longer period, fewer filters, or a cut into larger groups.",
  };
}
