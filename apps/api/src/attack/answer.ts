import { cellOf, dimensionOf, type Cell, type Measure } from "./cell";
import type { Population } from "./facts";
import { readHurdles, readRanks, readRegions, readRepresentation } from "./depthAnswers";
import type { Question } from "./question";

export interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly withheld: string | null;
}

/** One number that an answer gives, and what it is a number of. */
export interface Published {
  readonly cell: Cell;
  readonly measure: Measure;
  /** Null where it is withheld. */
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  /** Where it was found, such as `impact.requests` or `needPatterns.share.n`. */
  readonly path: string;
}

/** A share, and the number it is a share of. */
export interface PublishedShare {
  readonly cell: Cell;
  readonly measure: Measure;
  readonly share: number;
  readonly whole: number;
  readonly path: string;
}

/** How much oftener than by chance two topics are asked for by the same systems. */
export interface PublishedLift {
  readonly conditions: readonly string[];
  readonly topics: readonly [string, string];
  readonly lift: number;
}

interface Heading {
  readonly key: string;
}

interface TableCell {
  readonly row: Heading | null;
  readonly column: Heading | null;
  readonly count: Figure;
  readonly systems: Figure;
  readonly share: Figure;
}

export class Reader {
  readonly counts: Published[] = [];
  readonly shares: PublishedShare[] = [];
  readonly lifts: PublishedLift[] = [];

  count(path: string, measure: Measure, cell: Cell, { value, low, high, n }: Figure): void {
    this.counts.push({ cell, measure, value, interval: low === null || high === null ? null : [low, high], path });
    if (measure === "records") this.n(`${path}.n`, "systems", cell, n);
  }

  /** Students: n would be of systems. */
  sum(path: string, cell: Cell, { value, low, high }: Figure): void {
    this.counts.push({ cell, measure: "students", value, interval: low === null || high === null ? null : [low, high], path });
  }

  n(path: string, measure: Measure, cell: Cell, n: number | null): void {
    if (n !== null) this.counts.push({ cell, measure, value: n, interval: null, path });
  }

  share(path: string, measure: Measure, cell: Cell, { value, n }: Figure): void {
    if (value !== null && n !== null) this.shares.push({ cell, measure, share: value, whole: n, path });
  }
}

/** Takes an answer apart into every count it gives, also those that stand beside or inside other figures. */
export function readAnswer(question: Question, answer: unknown): Reader {
  const reader = new Reader();
  const { field, conditions } = question;
  const at = (population: Population, ...more: string[]): Cell => cellOf(population, [...conditions, ...more]);
  const isTimeless = !conditions.some((condition) => ["MONTH", "QUARTER", "YEAR"].includes(dimensionOf(condition)));
  if (field === "impact") readImpact(reader, answer as Record<string, unknown>, at, isTimeless);
  else if (field === "needPatterns") readTable(reader, answer as { readonly cells: readonly TableCell[] }, question, at);
  else if (field === "topicTrends") readTrends(reader, answer as readonly Trend[], question, at);
  else if (field === "gaps") readGaps(reader, answer as readonly Gap[], at);
  else if (field === "hurdles") readHurdles(reader, answer, at, conditions);
  else if (field === "regionalOpportunities") readRegions(reader, answer, at);
  else if (field === "topicRanks") readRanks(reader, answer, (topic) => at(question.evidence, `TOPIC=${topic}`));
  else if (field === "representation") readRepresentation(reader, answer, at, question.by);
  return reader;
}

export type At = (population: Population, ...more: string[]) => Cell;

function readImpact(reader: Reader, answer: Record<string, unknown>, at: At, isTimeless: boolean): void {
  const figure = (name: string): Figure => answer[name] as Figure;
  reader.count("impact.systemsRequesting", "systems", at("REQUESTS"), figure("systemsRequesting"));
  reader.count("impact.requests", "records", at("REQUESTS"), figure("requests"));
  reader.count("impact.systemsServed", "systems", at("SESSIONS"), figure("systemsServed"));
  reader.count("impact.sessionsHeld", "records", at("SESSIONS"), figure("sessionsHeld"));
  reader.count("impact.relationships", "records", at("RELATIONSHIPS"), figure("relationships"));
  for (const name of ["statesReached", "providersActive"]) reader.n(`impact.${name}.n`, "systems", at("SESSIONS"), figure(name).n);
  const known = { titleIShare: "TITLE_I_KNOWN", schoolsReached: "SCHOOLS_KNOWN", studentsReached: "STUDENTS_KNOWN" };
  for (const [name, holds] of Object.entries(known)) reader.n(`impact.${name}.n`, "systems", at("SESSIONS", `${holds}=true`), figure(name).n);
  reader.sum("impact.studentsReached", at("SESSIONS", "STUDENTS_KNOWN=true"), figure("studentsReached"));
  reader.share("impact.titleIShare", "systems", at("SESSIONS", "TITLE_I=true"), figure("titleIShare"));
  reader.n("impact.responseRate.n", "records", at("SESSIONS"), figure("responseRate").n);
  reader.n("impact.returnRate.n", "records", at("RELATIONSHIPS"), figure("returnRate").n);
  for (const { row, count, systems, share } of answer["localeMix"] as readonly TableCell[]) {
    const cell = at("SESSIONS", `LOCALE=${row?.key ?? ""}`);
    reader.count("impact.localeMix.count", "systems", cell, count);
    reader.count("impact.localeMix.systems", "systems", cell, systems);
    reader.share("impact.localeMix.share", "systems", cell, share);
    reader.n("impact.localeMix.share.n", "systems", at("SESSIONS", "LOCALE_KNOWN=true"), share.n);
  }
  // In a period, what was rated and who returned is told as of its end, which is another time than the facts'.
  if (!isTimeless) return;
  reader.share("impact.responseRate", "records", at("SESSIONS", "RATED=true"), figure("responseRate"));
  reader.share("impact.returnRate", "records", at("RELATIONSHIPS", "RETURNED=true"), figure("returnRate"));
  reader.n("impact.sessionRating.n", "records", at("SESSIONS", "RATED=true"), figure("sessionRating").n);
  for (const { rating, count } of answer["ratings"] as readonly { readonly rating: number; readonly count: number | null }[]) {
    reader.n("impact.ratings", "records", at("SESSIONS", "RATED=true", `RATING=${rating}`), count);
  }
}

function readTable(reader: Reader, { cells }: { readonly cells: readonly TableCell[] }, question: Question & { readonly field: "needPatterns" }, at: At): void {
  const { rows, columns, evidence } = question;
  for (const { row, column, count, systems, share } of cells) {
    const inColumn = columns === null ? [] : [`${columns}=${column?.key ?? ""}`];
    const cell = at(evidence, `${rows}=${row?.key ?? ""}`, ...inColumn);
    reader.count("needPatterns.count", "records", cell, count);
    reader.count("needPatterns.systems", "systems", cell, systems);
    reader.share("needPatterns.share", "records", cell, share);
    reader.n("needPatterns.share.n", "records", at(evidence, ...inColumn), share.n);
  }
}

interface Trend {
  readonly topic: { readonly code: string };
  readonly refusal: { readonly why: string; readonly wouldLift: string } | null;
  readonly points: readonly { readonly start: string; readonly count: Figure; readonly share: Figure }[];
}

function readTrends(reader: Reader, trends: readonly Trend[], { interval, evidence }: Question & { readonly field: "topicTrends" }, at: At): void {
  for (const { topic, points, refusal } of trends) {
    const [tags] = /\d+(?= tags?;)/.exec(refusal?.why ?? "") ?? [];
    if (tags !== undefined) reader.n("topicTrends.refusal", "records", at(evidence, `TOPIC=${topic.code}`), Number(tags));
    for (const { start, count, share } of points) {
      const month = Number(start.slice(5, 7));
      const period = interval === "MONTH" ? `MONTH=${start.slice(0, 7)}` : `QUARTER=${start.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
      reader.count("topicTrends.count", "records", at(evidence, period, `TOPIC=${topic.code}`), count);
      reader.share("topicTrends.share", "records", at(evidence, period, `TOPIC=${topic.code}`), share);
      reader.n("topicTrends.share.n", "records", at(evidence, period), share.n);
    }
  }
}

type Gap = Readonly<Record<"demand" | "waiting", Figure>> & { readonly topic: { readonly code: string } };

function readGaps(reader: Reader, gaps: readonly Gap[], at: At): void {
  for (const { topic, demand, waiting } of gaps) {
    reader.count("gaps.demand", "records", at("REQUESTS", "DEMAND=true", `TOPIC=${topic.code}`), demand);
    reader.count("gaps.waiting", "records", at("REQUESTS", "DEMAND=true", `TOPIC=${topic.code}`, "WAITING=true"), waiting);
  }
}
