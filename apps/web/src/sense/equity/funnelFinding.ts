import { listed, percent, type FigureFields } from "../figure/format";
import { lowerDistrictsOf, type Cut } from "./reachView";

type Stage = "MATCHED" | "SUSTAINED" | "RATED";

export interface Step {
  readonly stage: Stage;
  readonly requests: FigureFields;
  readonly ofBefore: FigureFields;
  readonly ofAsked: FigureFields;
  readonly difference?: FigureFields | null;
  readonly qValue?: number | null;
}

export interface FunnelGroup {
  readonly key: { readonly key: string; readonly label: string };
  readonly asked: FigureFields;
  readonly steps: readonly Step[];
}

/** A difference counts where q is under 0.05 and its interval leaves 0 out. */
export function differs({ difference, qValue }: Step): "more" | "less" | null {
  if (difference?.value == null || qValue == null || qValue >= 0.05) return null;
  if (difference.low !== null && difference.low > 0) return "more";
  return difference.high !== null && difference.high < 0 ? "less" : null;
}

export const STAGES: Record<Stage, { readonly label: string; readonly does: string; readonly of: string }> = {
  MATCHED: { label: "Matched", does: "are matched", of: "those asked" },
  SUSTAINED: { label: "Held three calls", does: "hold three calls", of: "those matched" },
  RATED: { label: "Rated a call", does: "rate a call", of: "those with three calls" },
};

interface Found {
  readonly group: FunnelGroup;
  readonly step: Step;
}

const surest = (found: readonly Found[]): Found | undefined => found.toSorted((a, b) => (a.step.qValue ?? 1) - (b.step.qValue ?? 1))[0];

/** Whether those who ask come in and stay alike, in a sentence. */
export function funnelSentence(groups: readonly FunnelGroup[], by: Cut): string {
  const found = groups.flatMap((group) => group.steps.filter((step) => differs(step) !== null).map((step): Found => ({ group, step })));
  const access = surest(found.filter(({ step }) => step.stage === "MATCHED"));
  const staying = surest(found.filter(({ step }) => step.stage !== "MATCHED"));
  if (access === undefined && staying === undefined) return "Neither who is matched nor who stays can be told apart between groups";
  if (access === undefined) return `Who is matched cannot be told apart, but not all stay alike: ${said(staying, by)}`;
  if (staying === undefined) return `Access differs: ${said(access, by)}; among those matched, who stays cannot be told apart`;
  return `Access differs, and so does who stays: ${said(access, by)}; ${said(staying, by)}`;
}

function said(found: Found | undefined, by: Cut): string {
  if (found === undefined) return "";
  const { group, step } = found;
  const [own, difference] = [step.ofBefore.value ?? 0, step.difference?.value ?? 0];
  const whose = step.stage === "MATCHED" ? "requests" : STAGES[step.stage].of.replace("those ", "");
  const noun = step.stage === "MATCHED" ? "requests" : step.stage === "SUSTAINED" ? "matched requests" : whose === "with three calls" ? "relationships with three calls" : whose;
  return `${percent(own)} of ${noun} from ${lowerDistrictsOf(by, group.key)} ${STAGES[step.stage].does}, ${percent(own - difference)} of the rest`;
}

/** Groups too small to be compared at a step. */
export const untested = (groups: readonly FunnelGroup[]): string =>
  listed(groups.filter(({ steps }) => steps.every(({ difference }) => difference?.value == null)).map(({ key }) => key.label));
