import { wilson } from "@arl/analysis/proportion";
import { quantile } from "@arl/analysis/quantile";
import { INTAKE_FIELDS, type IntakeField } from "../../network/intake/intake.table";
import { estimate, exact } from "../figure/figure";
import type { Refusal } from "../figure/refusal.type";
import type { VisitFacts } from "./intakeFlow.queries";
import type { IntakeFieldFlow, IntakeFlow, IntakeSecondsBin } from "./intakeFlow.type";

/** Times are told from so many on. */
const LEAST_TIMES = 5;
const BIN_SECONDS = 15;
/** What takes longer stands together. */
const LONGEST_BIN_SECONDS = 180;

/** How far visits came, and how long the form took those who sent it. */
export function intakeFlow(visits: readonly VisitFacts[], times: readonly (number | null)[]): IntakeFlow {
  return { ...visitFlow(visits), ...timeSpread(times) };
}

function visitFlow(all: readonly VisitFacts[]): Omit<IntakeFlow, keyof ReturnType<typeof timeSpread>> {
  const visits = all.filter(({ tooRecent }) => !tooRecent);
  const submitted = visits.filter((visit) => visit.submitted).length;
  const left = visits.filter((visit) => !visit.submitted);
  const tooRecent = all.length - visits.length;
  return {
    opened: exact(visits.length, visits.length),
    tooRecent,
    submitted: exact(submitted, submitted),
    submittedShare: estimate(wilson(submitted, visits.length)),
    leftBeforeAny: estimate(wilson(left.filter(({ lastField }) => lastField === null).length, left.length)),
    fields: INTAKE_FIELDS.map((field) => fieldFlow(field, visits, left)),
    visitsRefusal: visits.length > 0 ? null : nobodyOpened(tooRecent),
  };
}

function fieldFlow(field: IntakeField, visits: readonly VisitFacts[], left: readonly VisitFacts[]): IntakeFieldFlow {
  const seconds = visits.flatMap(({ fields }) => fields.filter((each) => each.field === field).map((each) => each.seconds));
  // What was left last was reached, whatever else a visit told.
  const leftHere = left.filter(({ fields, lastField }) => lastField === field && fields.some((each) => each.field === field)).length;
  return {
    field,
    reached: estimate(wilson(seconds.length, visits.length)),
    left: estimate(wilson(leftHere, seconds.length)),
    ofLeavers: estimate(wilson(leftHere, left.length)),
    seconds: estimate(quantile(seconds, 0.5)),
  };
}

function timeSpread(times: readonly (number | null)[]) {
  const known = times.filter((time) => time !== null);
  return {
    medianSeconds: estimate(quantile(known, 0.5)),
    ninetiethSeconds: estimate(quantile(known, 0.9)),
    bins: binsOf(known),
    untimed: times.length - known.length,
    secondsRefusal: known.length < LEAST_TIMES ? tooFewTimes(known.length, times.length) : null,
  };
}

function binsOf(times: readonly number[]): IntakeSecondsBin[] {
  const starts = Array.from({ length: LONGEST_BIN_SECONDS / BIN_SECONDS + 1 }, (_, index) => index * BIN_SECONDS);
  return starts.map((from) => {
    const to = from === LONGEST_BIN_SECONDS ? null : from + BIN_SECONDS;
    const requests = times.filter((time) => time >= from && (to === null || time < to)).length;
    return { from, to, requests: exact(requests, requests) };
  });
}

const nobodyOpened = (tooRecent: number): Refusal => ({
  reason: tooRecent > 0 ? "TOO_SHORT" : "NOT_RECORDED",
  why: tooRecent > 0 ? `The form was opened ${tooRecent === 1 ? "once" : `${tooRecent} times`} in this period, in the last hour, and may still be being filled in.` : "Nobody opened the form in this period, or no visit was told.",
  wouldLift: tooRecent > 0 ? "An hour's patience, or a longer period." : "Leaders who ask by the form at /ask, or a longer period.",
});

const tooFewTimes = (known: number, all: number): Refusal => ({
  reason: all > 0 && known === 0 ? "NOT_RECORDED" : "TOO_FEW",
  why: known === 0 ? "Of no request here is it known how long its form took." : `Of only ${known} ${known === 1 ? "request" : "requests"} here is it known how long the form took.`,
  wouldLift: `${LEAST_TIMES} requests sent by the form, a longer period, or fewer filters.`,
});
