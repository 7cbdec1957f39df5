import { listed, lower, percent, type FigureFields } from "../figure/format";

interface AskedTopic {
  readonly row: { readonly label: string } | null;
  readonly share: FigureFields;
}

export interface Asked {
  readonly label: string;
  readonly share: FigureFields;
}

/** The topics most asked for whose share may be shown. */
export function mostAsked(cells: readonly AskedTopic[], most = 6): readonly Asked[] {
  return cells
    .flatMap(({ row, share }) => (row === null || share.value === null ? [] : [{ label: row.label, share }]))
    .sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0))
    .slice(0, most);
}

interface Moving {
  readonly topic: { readonly label: string };
  readonly direction: string;
}

export const isMoving = ({ direction }: Pick<Moving, "direction">): boolean => direction === "RISING" || direction === "FALLING";

/** Which topics of coaching grow and which shrink, a sentence each. */
export function movingSentences(trends: readonly Moving[], most = 4): readonly string[] {
  const going = (direction: string) => trends.filter((trend) => trend.direction === direction).map(({ topic }) => topic.label);
  const named = (labels: readonly string[]) =>
    labels.length <= most ? listed(labels) : listed([...labels.slice(0, most), `${labels.length - most} more`]);
  const [rising, falling] = [going("RISING"), going("FALLING")];
  if (rising.length + falling.length === 0) return ["No topic's part in coaching can be told to rise or fall."];
  return [...(rising.length === 0 ? [] : [`Rising: ${named(rising)}.`]), ...(falling.length === 0 ? [] : [`Falling: ${named(falling)}.`])];
}

/** The largest of the asked for, as a sentence that owns up to chance. */
export function askedSentence(asked: readonly Asked[]): string {
  const first = asked[0];
  if (first?.share.value == null) return "Too few requests to show what leaders ask for.";
  // Where the next one's interval reaches into the first's, which of them is asked for most is not known.
  const [{ low }, next] = [first.share, asked[1]?.share];
  const doubt = low !== null && next?.high != null && next.high >= low ? "; chance alone could have put another first" : "";
  return `Leaders ask most for ${lower(first.label)}, in ${percent(first.share.value)} of requests${doubt}.`;
}
