import { rateRatio } from "@arl/analysis/rate";
import { estimate, exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import { loadGaps } from "../gaps/load";
import { loadImpact } from "../impact/load";
import { checkScope, withoutTopics } from "../scope/scope";
import type { Viewed } from "../scope/viewed";
import { countRequests, oldestOpen } from "./alert.queries";
import type { AlertRow } from "./alert.table";
import { findingOf, type Finding } from "./finding";

/** Days that "lately" means. */
const WINDOW = 28;
const DAY_MS = 86_400_000;

/** Looks at the figure of an alert, for who may see the rows. A scope that names what is gone crosses nothing. */
export async function lookAt({ kind, threshold, scope: asked }: Pick<AlertRow, "kind" | "threshold" | "scope">, around: Omit<Viewed, "scope" | "guard">): Promise<Finding> {
  const scope = checkScope(asked, around.names);
  if ("message" in scope) return { holds: false, sentence: scope.message };
  return findingOf(kind, threshold, await figureOf(kind, { ...around, scope, guard: null }));
}

async function figureOf(kind: AlertRow["kind"], viewed: Viewed): Promise<Figure> {
  switch (kind) {
    case "oldest_unmatched": {
      const { days, open } = await oldestOpen(viewed.db, viewed.scope, viewed.now);
      return days === null ? withheld("NO_DATA", 0) : exact(days, open);
    }
    case "session_rating":
      return (await loadImpact(lately(viewed))).sessionRating;
    case "response_rate":
      return (await loadImpact(lately(viewed))).responseRate;
    case "topic_growth":
      return growth(viewed);
    case "coverage":
      return coverageOf(viewed);
  }
}

const dayOf = ({ now }: Viewed, daysAgo: number): string => new Date(now.getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10);

const lately = (viewed: Viewed): Viewed => ({ ...viewed, scope: { ...viewed.scope, from: dayOf(viewed, WINDOW) } });

async function growth({ db, scope, now, ...rest }: Viewed): Promise<Figure> {
  const viewed = { db, scope, now, ...rest };
  const [middle, start] = [dayOf(viewed, WINDOW), dayOf(viewed, 2 * WINDOW)];
  const recent = await countRequests(db, { ...scope, from: middle }, now);
  const before = await countRequests(db, { ...scope, from: start, to: middle }, now);
  return estimate(rateRatio({ count: recent, time: WINDOW }, { count: before, time: WINDOW }).outcome);
}

async function coverageOf(viewed: Viewed): Promise<Figure> {
  const [code] = viewed.scope.topics;
  if (code === undefined) return withheld("NO_DATA", 0);
  const { needOf, supplyOf } = await loadGaps({ ...viewed, scope: withoutTopics(viewed.scope) }, null);
  return needOf(code, supplyOf(code)).coverage;
}
