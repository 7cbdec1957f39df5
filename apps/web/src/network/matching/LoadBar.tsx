import classes from "./matching.module.css";

interface Props {
  /** Of the hours a month, taken with this match; null = not known. */
  readonly share: number | null;
  /** What it says in words. */
  readonly words: string;
}

/** How full a coach's month would be: a bar whose end is all of the hours. */
export function LoadBar({ share, words }: Props) {
  const filled = Math.min(1, share ?? 0);
  return (
    <span className={classes["load"]}>
      <svg className={classes["bar"]} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" data-full={share !== null && share > 0.9}>
        <rect className={classes["track"]} width="100" height="6" />
        <rect className={classes["fill"]} width={filled * 100} height="6" />
      </svg>
      <span className={classes["muted"]}>{words}</span>
    </span>
  );
}
