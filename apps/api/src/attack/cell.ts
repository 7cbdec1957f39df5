import { domainOf } from "../oracle/framework";
import { regionOf } from "../oracle/states";
import type { Population } from "./facts";

/** Facts of one population of which all the conditions hold. */
export interface Cell {
  readonly population: Population;
  /** Such as `STATE=NY`; sorted, without repeats and without what follows from another. */
  readonly conditions: readonly string[];
}

/** Facts counted as such, or of the distinct systems they come from: how many, their states and organisations, their students. */
export type Measure = "records" | "systems" | "states" | "organisations" | "students";

export const dimensionOf = (condition: string): string => condition.slice(0, condition.indexOf("="));

export const keyOf = (condition: string): string => condition.slice(condition.indexOf("=") + 1);

const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

/** The wider conditions that follow from one: a month's quarter and year, a state's region, a topic's domain. */
export function widerOf(condition: string): string[] {
  const key = keyOf(condition);
  switch (dimensionOf(condition)) {
    case "STATE":
      return [`REGION=${regionOf(key)}`];
    case "MONTH":
      return [`QUARTER=${quarterOf(key)}`, `YEAR=${key.slice(0, 4)}`];
    case "QUARTER":
      return [`YEAR=${key.slice(0, 4)}`];
    case "TOPIC":
      return [`DOMAIN=${domainOf(key)}`];
    case "PAIR":
      return key.split("+").flatMap((topic) => [`TOPIC=${topic}`, `DOMAIN=${domainOf(topic)}`]);
    case "LOCALE":
    case "TITLE_I":
    case "POVERTY_BAND":
    case "ENROLLMENT_BAND":
      return key === "UNKNOWN" ? [] : [`${dimensionOf(condition)}_KNOWN=true`];
    case "RATING":
      return ["RATED=true"];
    case "WAITING":
      return ["DEMAND=true"];
    default:
      return [];
  }
}

/** The same cell is written in one way, whichever table or scope it comes from. */
export function cellOf(population: Population, conditions: readonly string[]): Cell {
  const implied = new Set(conditions.flatMap(widerOf));
  return { population, conditions: [...new Set(conditions)].filter((condition) => !implied.has(condition)).sort() };
}

export const idOf = ({ population, conditions }: Cell): string => [population, ...conditions].join(" ");

/** Every cell that this one lies in: conditions left out or widened, one or several. */
export function cellsAround({ population, conditions }: Cell): Cell[] {
  const choices = conditions.reduce<readonly (readonly string[])[]>(
    (chosen, condition) => chosen.flatMap((others) => [others, [...others, condition], ...widerOf(condition).map((wider) => [...others, wider])]),
    [[]],
  );
  const own = idOf({ population, conditions });
  const cells = new Map(choices.map((chosen) => cellOf(population, chosen)).map((cell) => [idOf(cell), cell]));
  cells.delete(own);
  return [...cells.values()];
}
