import type { CoachingModel } from "../../gql/graphql";
import { count, counted, listed, percent, type FigureFields } from "../figure/format";
import { monthName, monthStart } from "../scope/period";

export interface Model {
  readonly model: CoachingModel;
  readonly offered: FigureFields;
  readonly used: FigureFields;
  readonly perTeacher: FigureFields;
}

/** How each model is called. */
export const MODEL_WORDS: Readonly<Record<CoachingModel, string>> = { ORGANISATION: "Organisations' coaches", PLUS_TEAM: "Plus teams", PEER: "Peers" };

const IN_MIDDLE: Readonly<Record<CoachingModel, string>> = { ORGANISATION: "organisations' coaches", PLUS_TEAM: "Plus teams", PEER: "peers" };

/** The last whole month: one under way would look as if little were used. */
export const lastMonth = (today: string): { readonly from: string; readonly to: string } => ({ from: monthStart(today, -1), to: monthStart(today) });

interface Offer {
  readonly activeFrom: string;
  readonly activeTo?: string | null;
  readonly uses: readonly { readonly month: string }[];
}

/** What was offered in a month of which nobody has reported what was used. */
export const unreported = <Stated extends Offer>(offers: readonly Stated[], { from, to }: { readonly from: string; readonly to: string }): readonly Stated[] =>
  offers.filter(({ activeFrom, activeTo, uses }) => activeFrom < to && (activeTo == null || activeTo > from) && !uses.some(({ month }) => month === from));

const days = (figures: readonly FigureFields[]): number => figures.reduce((sum, { value }) => sum + (value ?? 0), 0);

/** Days to the whole; below ten to the tenth. */
export const told = (value: number): string => (value > 0 && value < 9.95 ? String(Number(value.toFixed(1))) : count(value));

/**
 * What the page says first.
 * @param month its first day.
 * @param isMissing whether something was offered of which nobody has reported what was used.
 * @param whose an organisation, where the page is of its days alone.
 */
export function capacitySentence(models: readonly Model[], month: string, isMissing: boolean, whose: string | null): string {
  const offered = days(models.map((each) => each.offered));
  const used = days(models.map((each) => each.used));
  const name = monthName(month);
  if (offered === 0 && used === 0) return `No coaching days${whose === null ? "" : ` of ${whose}`} were offered or used in ${name}.`;
  const known = isMissing ? ", as far as they are reported" : "";
  return `Of ${told(offered)} coaching days${whose === null ? "" : ` that ${whose}`} offered in ${name}, ${told(used)} were used${known}.`;
}

/** Each model's part, where there are several. */
export function modelsSentence(models: readonly Model[]): string {
  if (models.length < 2) return "";
  return `${listed(models.map(({ model, offered, used }) => `${IN_MIDDLE[model]} ${told(used.value ?? 0)} of ${told(offered.value ?? 0)}`))}.`.replace(/^./, (letter) => letter.toUpperCase());
}

/** Models some of whose days nobody has reported. */
export type Missing = ReadonlySet<CoachingModel>;

/** The part of what was offered that was used; at least so much where reports are missing. Null = not known. */
export function partText({ model, offered, used }: Pick<Model, "model" | "offered" | "used">, missing: Missing): string | null {
  const part = partUsed({ offered, used });
  if (part === null || (used.n === 0 && missing.has(model))) return null;
  return `${missing.has(model) ? "at least " : ""}${percent(part)}`;
}

const partUsed = ({ offered, used }: Pick<Model, "offered" | "used">): number | null => (offered.value === null || offered.value === 0 || used.value === null ? null : used.value / offered.value);

/** The finding of the chart: who used the largest part of what they offered. `whose` as in capacitySentence. */
export function partsTitle(models: readonly Model[], month: string, missing: Missing, whose: string | null = null): string {
  const told = models.flatMap((each) => {
    const text = partText(each, missing);
    return text === null ? [] : [{ model: each.model, text, part: partUsed(each) ?? 0 }];
  });
  const [most, ...others] = told.toSorted((one, other) => other.part - one.part);
  if (most === undefined) return `What was used in ${monthName(month)} is not known`;
  const said = whose === null ? `${MODEL_WORDS[most.model]} used ${most.text} of their days in ${monthName(month)}` : `${whose} used ${most.text} of its days in ${monthName(month)}`;
  return others.length === 0 ? said : `${said}, ${listed(others.map(({ model, text }) => `${IN_MIDDLE[model]} ${text}`))}`;
}

/** What a figure rests on, by model. */
export function restsOn(model: CoachingModel, { offered, used }: Pick<Model, "offered" | "used">): string {
  const who = counted(offered.n ?? 0, model === "ORGANISATION" ? "coach" : "person who coaches", model === "ORGANISATION" ? "coaches" : "people who coach");
  return `${who}, ${model === "ORGANISATION" ? counted(used.n ?? 0, "call") : counted(used.n ?? 0, "report")}`;
}
