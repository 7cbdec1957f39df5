import classes from "./admin.module.css";

export type Tone = "good" | "bad" | "open" | "plain";

/** How something stands: a word, and a mark whose shape goes with it. */
export function StateWord({ word, tone }: { readonly word: string; readonly tone: Tone }) {
  return (
    <span className={classes["state"]} data-tone={tone}>
      {word}
    </span>
  );
}
