import type { Locale } from "@arl/schema/enums";
import type { CompareAnswer, FunnelAnswer, RegionsAnswer, RepresentationAnswer } from "./answers";
import { kilometres, type District } from "./country";
import { itemAt } from "./draws";
import { CLUSTER, LENGTH, MATCHING, NEEDS, PLACES, RATING } from "./model";
import { QUESTIONS } from "./questions";
import { FOUND_Q, isLocale, placeOf, sizeOf, type Scoring } from "./scoring";

function universeShares(country: readonly District[], locale: Locale): { districts: number; students: number } {
  const own = country.filter((district) => district.locale === locale);
  const students = (some: readonly District[]) => some.reduce((sum, district) => sum + district.students, 0);
  return { districts: own.length / country.length, students: students(own) / students(country) };
}

async function scoreRepresentation({ ask, network: { plan }, reference, country, marks }: Scoring): Promise<void> {
  const { groups } = ((await ask(QUESTIONS.representation)) as unknown as RepresentationAnswer).representation;
  for (const { key, byDistricts, byStudents } of groups) {
    if (!isLocale(key.key)) continue;
    const universe = universeShares(country, key.key);
    const truth = reference.byLocale[key.key];
    marks.cover("representation.byDistricts", plan.number, truth.servedShare / universe.districts, byDistricts.ratio);
    marks.cover("representation.byStudents", plan.number, truth.studentShare / universe.students, byStudents.ratio);
  }
}

async function scoreFunnel({ ask, network: { plan }, marks }: Scoring): Promise<void> {
  const { groups } = ((await ask(QUESTIONS.funnel)) as unknown as FunnelAnswer).reachFunnel;
  const steps = groups.flatMap(({ key, steps: own }) => own.map((step) => ({ ...step, key: key.key })));
  const within = 1 - Math.exp(-90 / MATCHING.days);
  for (const { key, stage, difference } of steps) {
    if (!plan.planted) marks.cover("reachFunnel.difference", plan.number, 0, difference);
    else if (stage === "MATCHED" && key === "RURAL") marks.cover("reachFunnel.difference", plan.number, (MATCHING.rural - MATCHING.probability) * within, difference);
  }
  const found = steps.filter(({ qValue }) => qValue !== null && qValue < FOUND_Q);
  if (!plan.planted) marks.found.push({ family: "reachFunnel", network: plan.number, isNull: true, discoveries: found.length, isFalse: found.length });
  else marks.sought.push({ effect: `rural requests matched in ${MATCHING.rural * 100}% of cases, others in ${MATCHING.probability * 100}%`, size: sizeOf(plan), isFound: found.some(({ key, stage }) => key === "RURAL" && stage === "MATCHED") });
}

/** Rural systems against the rest: without anything planted they differ in nothing but where and how many they are. */
async function scoreCompare({ ask, network: { plan }, reference, marks }: Scoring): Promise<void> {
  const { rows } = ((await ask(QUESTIONS.compare)) as unknown as CompareAnswer).compare;
  if (plan.planted) {
    const isHigher = (metric: string) => rows.some((row) => row.metric === metric && row.verdict === "HIGHER");
    marks.sought.push({ effect: `compare: rural relationships ${LENGTH.rural} times as long`, size: sizeOf(plan), isFound: isHigher("sustained_four_months") });
    marks.sought.push({ effect: `compare: rural ratings ${RATING.rural} higher`, size: sizeOf(plan), isFound: isHigher("session_rating") });
    return;
  }
  const { requestShare, sessionShare } = reference.byLocale.RURAL;
  for (const { metric, change } of rows.filter(({ by }) => by === "RATIO")) {
    const share = metric === "requests_a_week" ? requestShare : sessionShare;
    if (metric !== "systems_served") marks.cover(`compare.${metric}`, plan.number, share / (1 - share), change);
  }
  scoreDifferences("compare, rural and the rest", "compare", plan.number, rows, marks);
  scoreDifferences("compare, rural and the rest, topics of calls", "compare of calls", plan.number, ((await ask(QUESTIONS.compareCalls)) as unknown as CompareAnswer).compare.rows, marks);
  const halves = ((await ask(QUESTIONS.compareHalves)) as unknown as CompareAnswer).compare.rows;
  // What came late has not had the time to come back.
  scoreDifferences("compare, two periods, topics of calls", "compare of periods", plan.number, halves.filter(({ metric }) => metric !== "return_rate"), marks);
}

/** Of two parts that do not differ. */
function scoreDifferences(family: string, estimate: string, network: number, rows: CompareAnswer["compare"]["rows"], marks: Scoring["marks"]): void {
  const told = rows.filter(({ by, verdict }) => by === "DIFFERENCE" && verdict !== "NOT_COMPARED");
  const discoveries = told.filter(({ verdict }) => verdict === "HIGHER" || verdict === "LOWER").length;
  marks.found.push({ family, network, isNull: true, discoveries, isFalse: discoveries });
  for (const { metric, of, change } of told) if (of?.key !== "NONE" && (estimate === "compare" || metric === "need_share")) marks.cover(`${estimate}.${metric}`, network, 0, change);
}

async function scoreRegions({ ask, network: { plan, asked }, country, marks }: Scoring): Promise<void> {
  const { clusters, regions } = ((await ask(QUESTIONS.regions)) as unknown as RegionsAnswer).regionalOpportunities;
  const isPlanted = (place: number) => plan.planted && place === PLACES.cluster;
  const found = clusters.filter(({ qValue }) => qValue < FOUND_Q);
  const districts = new Map(country.map((district) => [district.leaid, district]));
  const isNear = (leaid: string): boolean => {
    const district = districts.get(leaid);
    return asked.centre !== null && district !== undefined && kilometres(asked.centre, district) <= 2 * CLUSTER.km;
  };
  const hits = found.filter(({ topic }) => isPlanted(placeOf(topic.code)));
  marks.found.push({ family: "regionalOpportunities, clusters", network: plan.number, isNull: !plan.planted, discoveries: found.length, isFalse: found.length - hits.length });
  if (plan.planted) marks.sought.push({ effect: `need ${CLUSTER.risk} times as frequent within ${CLUSTER.km} km`, size: sizeOf(plan), isFound: hits.some(({ centre }) => isNear(centre.id)) });
  const tested = regions.filter(({ topic }) => placeOf(topic.code) >= 0);
  for (const { topic, share } of tested) if (!isPlanted(placeOf(topic.code))) marks.cover("regionalOpportunities.share", plan.number, itemAt(NEEDS, placeOf(topic.code)).probability, share);
  const told = tested.filter(({ qValue, topic }) => qValue !== null && qValue < FOUND_Q && !isPlanted(placeOf(topic.code))).length;
  marks.found.push({ family: "regionalOpportunities, regions", network: plan.number, isNull: !plan.planted, discoveries: told, isFalse: told });
}

/** Who is reached, where, and how far. */
export async function scoreReach(scoring: Scoring): Promise<void> {
  await scoreRepresentation(scoring);
  await scoreFunnel(scoring);
  await scoreCompare(scoring);
  await scoreRegions(scoring);
}

