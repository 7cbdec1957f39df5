import { Z_95 } from "@arl/analysis/distributions";
import { outlook } from "@arl/analysis/outlook";
import { DAYS_PER_MONTH, SERVICE_TARGET_DAYS } from "@arl/schema/network";
import { badInput } from "../../errors";
import type { ProviderRow } from "../../network/providers/provider.table";
import { exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { Viewed } from "../scope/viewed";
import { assumptionsOf } from "./assumptions";
import { candidates, hoursOn, mostShort, specialistsOf, type Candidate } from "./candidates";
import { publishedDifference, publishedForecast, scaledFigure, WAIT_BINS } from "./forecast";
import { fragility } from "./fragility";
import type { Fragility } from "./fragility.type";
import type { OutlookQuestion } from "./outlook.args";
import { activeSpecialists, askedInWindow, demandTags, relationships, topicState, type Specialist } from "./outlook.queries";
import type { CapacityOutlook } from "./outlook.type";
import { refusalOf } from "./refusals";
import { workOf, type Work } from "./work";

/** One seed for all outlooks: what is asked after a change meets the same futures as before it. */
const SEED = 20_260_101;

/**
 * Loads the outlook for a topic or domain; exact, so for staff alone.
 * @throws DomainError BAD_USER_INPUT for a topic or organisation that does not exist.
 */
export async function loadOutlook({ db, scope: given, now, names }: Viewed, asked: OutlookQuestion): Promise<CapacityOutlook> {
  const scope = { ...given, from: null };
  if (asked.lostProvider !== null && !names.providers.has(asked.lostProvider)) throw badInput("lostProvider", `No organisation has the id "${asked.lostProvider}".`);
  const [specialists, window] = await Promise.all([activeSpecialists(db, scope, now), askedInWindow(db, scope, now, asked.windowDays)]);
  const all = candidates(names.topicRows, window.asked, specialists);
  const candidate = asked.topic === null ? mostShort(all) : (all.find(({ topic }) => topic.code === asked.topic) ?? null);
  if (asked.topic !== null && candidate === null) throw badInput("topic", `The framework has no topic or domain "${asked.topic}".`);
  const countedDays = Math.round(window.days);
  const nothing = { ...NOTHING, day: window.day, countedDays, topic: candidate?.topic ?? null, topics: all };
  if (candidate === null) return nothing;

  const able = specialistsOf(specialists, candidate.codes);
  const [state, rows] = await Promise.all([
    topicState(db, scope, now, asked.windowDays, candidate.codes, able.map(({ id }) => id)),
    relationships(db, scope, now, candidate.codes),
  ]);
  const work = workOf(rows);
  const unknownHours = able.filter(({ hours }) => hours === null).length;
  const facts = { waiting: state.waiting, open: state.open.length, specialists: exact(able.length, able.length), minutesRecorded: recorded(work) };
  const refusal = refusalOf({ candidate, daysCovered: window.days, ...work, hoursGiven: asked.relationshipHours !== null, unknownHours });
  if (refusal !== null) return { ...nothing, ...facts, refusal };

  const { part } = state;
  const taken = hoursTaken(work, asked, { value: part, error: state.partError });
  const change = changeOf(candidate, able, asked);
  const told = outlook({
    arrivals: candidate.arrivals,
    exposureDays: window.days,
    waiting: state.waiting,
    open: state.open,
    lengths: work.lengths,
    relationshipHours: taken,
    hours: candidate.hours,
    changedHours: change?.hours ?? null,
    weeks: asked.weeks,
    lateAfterDays: SERVICE_TARGET_DAYS,
    bins: WAIT_BINS,
    seed: SEED,
  });
  const n = candidate.arrivals;
  return {
    ...nothing,
    ...facts,
    arrivals: scaledFigure(told.rate, DAYS_PER_MONTH, n),
    relationshipHours: { value: taken.value, low: endOf(taken, -1), high: endOf(taken, 1), n: work.relationships, withheld: null },
    addedHours: change?.addedHours ?? usualHours(able, candidate),
    futures: told.runs,
    assumptions: assumptionsOf({
      candidate,
      work,
      part,
      preparation: asked.preparation,
      hoursGiven: asked.relationshipHours,
      windowDays: countedDays,
      unknownHours,
      change: change && { ...change, lost: asked.lostProvider === null ? null : (names.providerNames.get(asked.lostProvider) ?? null) },
    }),
    now: publishedForecast(told.now, { hours: candidate.hours, specialists: able.length }, window.day, n),
    changed: told.changed && change && publishedForecast(told.changed, change, window.day, n),
    difference: told.difference && publishedDifference(told.difference, n),
  };
}

/** Loads what hangs on single organisations; exact, so for staff alone. */
export async function loadFragility({ db, scope, now, names }: Viewed, providers: { load(id: string): Promise<ProviderRow> }): Promise<Fragility> {
  const [specialists, demand] = await Promise.all([activeSpecialists(db, scope, now), demandTags(db, scope, now)]);
  const ids = [...new Set(specialists.map(({ organisation }) => organisation))];
  const byId = new Map(await Promise.all(ids.map(async (id) => [id, await providers.load(id)] as const)));
  return fragility(names.topicRows, specialists, demand, (id) => {
    const row = byId.get(id);
    if (row === undefined) throw new Error(`A specialist's organisation ${id} was not loaded.`);
    return row;
  });
}

const NOTHING = {
  refusal: null,
  arrivals: null,
  relationshipHours: null,
  minutesRecorded: null,
  specialists: null,
  waiting: null,
  open: null,
  addedHours: null,
  futures: null,
  assumptions: [],
  now: null,
  changed: null,
  difference: null,
};

const recorded = ({ sessions, timedSessions }: Work): Figure => (sessions === 0 ? withheld("NO_DATA", 0) : exact(timedSessions / sessions, sessions));

/** Hours a month that one relationship takes of the hours for the topic. */
function hoursTaken({ rate }: Work, { relationshipHours, preparation }: OutlookQuestion, part: { readonly value: number; readonly error: number }): { readonly value: number; readonly error: number } {
  if (relationshipHours !== null) return { value: relationshipHours * part.value, error: part.error };
  if (rate === null) throw new Error("An outlook without hours is refused before.");
  return { value: rate.value * (1 + preparation) * part.value, error: Math.hypot(rate.error, part.error) };
}

/** An end of the interval, on the log scale. */
const endOf = ({ value, error }: { readonly value: number; readonly error: number }, side: -1 | 1): number => value * Math.exp(side * Z_95 * error);

/** What the median specialist of the topic gives to it. */
function usualHours(able: readonly Specialist[], { codes }: Candidate): number {
  const hours = able.map((each) => hoursOn(each, codes)).filter((each) => each !== null).sort((a, b) => a - b);
  const upper = hours[Math.floor(hours.length / 2)] ?? 0;
  return hours.length % 2 === 1 ? upper : ((hours[hours.length / 2 - 1] ?? 0) + upper) / 2;
}

/** Who stands ready after the change; null where nothing changes. */
function changeOf(candidate: Candidate, able: readonly Specialist[], { added, addedHours, lostProvider }: OutlookQuestion) {
  if (added === 0 && lostProvider === null) return null;
  const staying = able.filter(({ organisation }) => organisation !== lostProvider);
  const each = addedHours ?? usualHours(able, candidate);
  const hours = staying.reduce((sum, specialist) => sum + (hoursOn(specialist, candidate.codes) ?? 0), 0);
  return { hours: hours + added * each, specialists: staying.length + added, added, addedHours: each };
}
