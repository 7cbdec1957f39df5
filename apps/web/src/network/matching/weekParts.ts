/** Parts of a day, in minutes after midnight. */
export const PARTS = [
  { key: "early", label: "7 to 9", from: 420, to: 540 },
  { key: "morning", label: "9 to 12", from: 540, to: 720 },
  { key: "midday", label: "12 to 2", from: 720, to: 840 },
  { key: "afternoon", label: "2 to 4", from: 840, to: 960 },
  { key: "late", label: "4 to 6", from: 960, to: 1080 },
] as const;

export const DAYS = [
  { day: 1, label: "Mon" },
  { day: 2, label: "Tue" },
  { day: 3, label: "Wed" },
  { day: 4, label: "Thu" },
  { day: 5, label: "Fri" },
] as const;

interface Window {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** The parts that lie within some stretch, as `1 morning`. */
export function partsIn(windows: readonly Window[]): ReadonlySet<string> {
  return new Set(DAYS.flatMap(({ day }) => PARTS.filter(({ from, to }) => windows.some((window) => window.day === day && window.from <= from && window.to >= to)).map(({ key }) => `${day} ${key}`)));
}

/** The stretches that parts make: those that follow one another are one. */
export function windowsFrom(parts: ReadonlySet<string>): Window[] {
  return DAYS.flatMap(({ day }) => {
    const found: { day: number; from: number; to: number }[] = [];
    for (const { key, from, to } of PARTS) {
      if (!parts.has(`${day} ${key}`)) continue;
      const last = found.at(-1);
      if (last?.to === from) last.to = to;
      else found.push({ day, from, to });
    }
    return found;
  });
}

/** The reader's own time zone, as the browser has it. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
