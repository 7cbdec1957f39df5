import type { Viewer } from "../access/viewer";
import type { Ask } from "../testing";
import { readAnswer, type Published, type PublishedLift, type PublishedShare } from "./answer";
import { idOf, type Cell, type Measure } from "./cell";
import { operationsOf, type Operation, type Question } from "./question";

/** Everything that an attacker has been told. */
export class Harvest {
  readonly #counts = new Map<string, Published[]>();
  readonly shares: PublishedShare[] = [];
  readonly lifts: PublishedLift[] = [];
  /** Questions that were refused, with the code. */
  readonly refused: { readonly question: Question; readonly code: unknown; readonly message: string }[] = [];

  add(question: Question, answer: unknown): void {
    const { counts, shares, lifts } = readAnswer(question, answer);
    for (const count of counts) this.put(count);
    this.shares.push(...shares);
    this.lifts.push(...lifts);
  }

  put(count: Published): void {
    const id = `${idOf(count.cell)} ${count.measure}`;
    const before = this.#counts.get(id);
    if (before) before.push(count);
    else this.#counts.set(id, [count]);
  }

  /** Every different number that was given for a cell. */
  told(cell: Cell, measure: Measure): Published[] {
    return this.#counts.get(`${idOf(cell)} ${measure}`) ?? [];
  }

  /** The mean of the different values given for a cell; null where none was. */
  value(cell: Cell, measure: Measure): number | null {
    const values = [...new Set(this.told(cell, measure).flatMap(({ value }) => (value === null ? [] : [value])))];
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  }

  /** All answers for each cell and measure that was asked for. */
  cells(): Published[][] {
    return [...this.#counts.values()];
  }

  /**
   * Standard deviation of a cell's noise: where it has an interval, a quarter of its width.
   * @param least of any answer.
   */
  deviation(cell: Cell, measure: Measure, least: number): number {
    const widths = this.told(cell, measure).flatMap(({ interval }) => (interval ? [interval[1] - interval[0]] : []));
    return Math.max(least, ...widths.map((width) => width / 4.5));
  }

  /** Cells with a value, each measure once. */
  shown(): { readonly cell: Cell; readonly measure: Measure; readonly value: number }[] {
    return this.cells().flatMap(([first]) => {
      const value = first && this.value(first.cell, first.measure);
      return first && value !== undefined && value !== null ? [{ cell: first.cell, measure: first.measure, value }] : [];
    });
  }

  /** Cells that were asked for and never given. */
  withheld(): { readonly cell: Cell; readonly measure: Measure }[] {
    return this.cells().flatMap(([first]) => (first && this.value(first.cell, first.measure) === null ? [{ cell: first.cell, measure: first.measure }] : []));
  }
}

/** Asks all questions as one viewer; what is refused is asked again one by one, so that one refusal hides nothing else. */
export async function harvest(ask: Ask, viewer: Viewer, questions: readonly Question[], into: Harvest = new Harvest()): Promise<Harvest> {
  for (const operation of operationsOf(questions)) await send(ask, viewer, operation, into);
  return into;
}

async function send(ask: Ask, viewer: Viewer, { questions, query, variables }: Operation, into: Harvest): Promise<void> {
  const { data, errors } = await ask<Record<string, unknown>>(query, variables, viewer);
  const [first] = questions;
  if (data) questions.forEach((question, place) => into.add(question, data[`q${place}`]));
  else if (first && questions.length === 1) into.refused.push({ question: first, code: errors[0]?.code, message: errors[0]?.message ?? "" });
  else for (const question of questions) for (const alone of operationsOf([question])) await send(ask, viewer, alone, into);
}
